import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { createVenue, listVenues } from '@zikao/contract/venues';
import { call } from '#api/client';
import { useDistrictOptions } from '#api/districts';
import { keyOf } from '#api/query';
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
  const districts = useDistrictOptions();
  const { data: signedIn } = useQuery(sessionQuery);
  const own = signedIn?.session?.district?.code;
  const [chosen, choose] = useState<string>();
  const district = own ?? chosen ?? districts[0]?.value ?? '';
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
            options={districts}
            value={district}
            onChange={({ target }) => choose(target.value)}
          />
        </Field>
      </VenueEditor>
    </div>
  );
}
