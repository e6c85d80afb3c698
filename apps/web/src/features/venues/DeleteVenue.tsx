import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deleteVenue, listVenues, type Venue } from '@zikao/contract/venues';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { showToast } from '#ui/Toast';

/** A venue made by mistake goes away; one that was used for seating is to be 停用. */
export function DeleteVenue({ venue }: { venue: Venue }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => call(deleteVenue, { params: { venue: venue.id } }, { ifMatch: venue.version }),
    onSuccess: () => {
      showToast(`${venue.name}已删除`);
      void client.invalidateQueries({ queryKey: keyOf(listVenues) });
      void navigate(paths.venues);
    },
  });
  return (
    <>
      <Button look="plain" size="small" onClick={() => setAsking(true)}>
        删除考点
      </Button>
      <Dialog
        open={asking}
        title={`删除${venue.name}`}
        onClose={() => setAsking(false)}
        actions={
          <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            确认删除
          </Button>
        }
      >
        <Problem error={removing.error} />
        <p>只能删除从未用于编排的考点。用过的考点请取消“用于以后的编排”，保存即停用。</p>
      </Dialog>
    </>
  );
}
