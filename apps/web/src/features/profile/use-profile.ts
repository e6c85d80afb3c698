import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { generatePath } from 'react-router';
import {
  getPicture,
  getProfile,
  type Profile,
  saveProfileDraft,
  uploadPicture,
} from '@zikao/contract/candidates';
import { getCodeTables } from '@zikao/contract/exams';
import type { Answers, PictureKind } from '@zikao/contract/forms/fields';
import { call, pathOf } from '#api/client';
import { query } from '#api/query';
import { upload } from '#api/upload';
import { SENDING } from '#forms/sending';
import type { Saved } from '#forms/use-draft';
import { paths } from '#paths';

const TABLES = 'idType,sex,nation,politicalStatus,education,occupation,householdType,division,district';
const own = query(getProfile, {});
export const tablesQuery = { ...query(getCodeTables, { query: { names: TABLES } }), staleTime: Infinity };

export const stepPath = (step: string) => generatePath(paths.profileStep, { step });
export const pictureUrl = (id: string) => pathOf(getPicture, { params: { id } });

/** Own profile; asked for again while its photo is being verified, less often by those far back in the queue. */
export function useProfile() {
  return useQuery({
    ...own,
    refetchInterval: ({ state: { data } }) =>
      data?.photo.state === 'verifying' && Math.min(2000 + 500 * (data.photo.waiting?.ahead ?? 0), 15_000),
  });
}

export function useTables() {
  return useQuery(tablesQuery);
}

/** The calls of the wizard; each puts its answer where the pages read the profile from. */
export function useProfileCalls() {
  const client = useQueryClient();
  const put = useCallback((profile: Profile) => client.setQueryData(own.queryKey, profile), [client]);
  const patch = useCallback(
    (change: (profile: Profile) => Profile) =>
      client.setQueryData(own.queryKey, (profile: Profile | undefined) => profile && change(profile)),
    [client],
  );
  const latest = useCallback(async () => {
    const profile = await call(getProfile, {});
    put(profile);
    return profile.version;
  }, [put]);
  const save = useCallback(
    async (answers: Answers, version: number): Promise<Saved> => {
      const saved = await call(saveProfileDraft, { body: answers as never }, { ifMatch: version });
      patch((profile) => ({
        ...profile,
        ...saved,
        confirmed: false,
        answers: { ...profile.answers, ...answers },
      }));
      return saved;
    },
    [patch],
  );
  return { put, patch, latest, save };
}

interface Sending {
  kind: PictureKind;
  body: Blob;
  progress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a cropped picture; resolves to its id. */
export function useSendPicture() {
  const { patch, latest } = useProfileCalls();
  const { mutateAsync } = useMutation({
    mutationKey: SENDING,
    async mutationFn({ kind, body, progress, signal }: Sending) {
      const sent = await upload(uploadPicture, { params: { kind }, body }, { progress, signal });
      const { picture, version, savedAt } = sent;
      if (kind === 'photo') await latest();
      else
        patch((profile) => ({
          ...profile,
          version,
          savedAt,
          confirmed: false,
          answers: { ...profile.answers, [kind]: picture.id },
        }));
      return picture.id;
    },
  });
  return useCallback(
    (...[kind, body, progress, signal]: [PictureKind, Blob, Sending['progress'], AbortSignal]) =>
      mutateAsync({ kind, body, progress, signal }),
    [mutateAsync],
  );
}
