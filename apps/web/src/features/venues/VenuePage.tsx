import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getVenue, listVenues, saveVenue } from '@zikao/contract/venues';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { showToast } from '#ui/Toast';
import { DeleteVenue } from './DeleteVenue.tsx';
import { typed } from './venue-form.ts';
import { VenueEditor } from './VenueEditor.tsx';
import './venues.css';

/** One venue. A colleague's newer version starts the editor anew. */
export function VenuePage() {
  const { venue: id = '' } = useParams();
  const client = useQueryClient();
  const asked = query(getVenue, { params: { venue: id } });
  // What is being typed must not be replaced in passing.
  const { data, error, refetch } = useQuery({ ...asked, refetchOnWindowFocus: false });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <div className="staff-page venues">
      <PageTitle title={data.name}>
        <p className="venues__head">
          <span className="muted">{data.districtName}考区</span>
          <ButtonLink to={paths.venues} size="small" look="plain">
            全部考点
          </ButtonLink>
        </p>
      </PageTitle>
      <VenueEditor
        key={`${data.id} ${data.version}`}
        start={typed(data)}
        save={(body) => call(saveVenue, { params: { venue: id }, body }, { ifMatch: data.version })}
        onSaved={(saved) => {
          showToast('已保存，用于以后的编排');
          client.setQueryData(asked.queryKey, saved);
          void client.invalidateQueries({ queryKey: keyOf(listVenues) });
        }}
        side={<DeleteVenue venue={data} />}
      />
    </div>
  );
}
