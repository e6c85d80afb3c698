import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { listDistricts } from '@zikao/contract/exams';
import { createVenue, listVenues } from '@zikao/contract/venues';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { sessionQuery } from '#api/session';
import { paths } from '#paths';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Select } from '#ui/Select';
import { showToast } from '#ui/Toast';
import { EMPTY } from './venue-form.ts';
import { VenueEditor } from './VenueEditor.tsx';
import './venues.css';

/** 新建考点; a district officer's is of the own district. */
export function NewVenuePage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(query(listDistricts, {}));
  const { data: signedIn } = useQuery(sessionQuery);
  const own = signedIn?.session?.district?.code;
  const [chosen, choose] = useState<string>();
  const district = own ?? chosen ?? data?.items[0]?.code ?? '';
  return (
    <div className="staff-page venues">
      <PageTitle title="新建考点" />
      <VenueEditor
        start={EMPTY}
        // Its code is unique: asked for twice it is made once.
        save={(plan) => call(createVenue, { body: { ...plan, district } })}
        onSaved={({ id, name }) => {
          showToast(`${name}已新建`);
          void client.invalidateQueries({ queryKey: keyOf(listVenues) });
          void navigate(generatePath(paths.venue, { venue: id }));
        }}
      >
        <Field label="考区">
          <Select
            placeholder={null}
            disabled={own !== undefined}
            options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            value={district}
            onChange={({ target }) => choose(target.value)}
          />
        </Field>
      </VenueEditor>
    </div>
  );
}
