import { useQueryClient } from '@tanstack/react-query';
import { getStaff, listStaff } from '@zikao/contract/staff';
import { keyOf } from '#api/query';

/** The list and the account are out of date: something was done with one. */
export function useReloadStaff() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keyOf(getStaff) });
    void client.invalidateQueries({ queryKey: keyOf(listStaff) });
  };
}
