import { endpoint } from './endpoint.ts';
import { PhotoProfile } from './measures.ts';

export const getPhotoProfile = endpoint({
  method: 'GET',
  path: '/photo-profile',
  access: 'public',
  tag: '考试',
  summary: '照片图像采集规范及信息标准',
  returns: PhotoProfile,
});
