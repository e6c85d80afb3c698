/** What holds for every call; the head of the reference. Markdown, as OpenAPI has it. */
export const GUIDE = [
  '平台网页所做的一切都经过这里的接口。内容一律为 JSON（UTF-8），图片为二进制；时刻是带时区的 ISO 8601，日期是 `YYYY-MM-DD`。答复里可能增加新的成员，请忽略不认识的成员。',
  '## 登录',
  '登录成功后得到会话 Cookie：`session`，在 HTTPS 下为 `__Host-session`。改变数据的请求必须来自本平台页面（`Origin` 或 `Sec-Fetch-Site`），否则答 403。每项接口写明权限；不属于自己的内容一律答 404。',
  '## 问题',
  '拒绝时的答复遵循 RFC 9457（`application/problem+json`）：`code` 是稳定的问题代码，`title` 是给人看的一句话，`errors` 逐项指出要更正的地方，`instance` 是请求编号，与 `x-request-id` 相同。',
  '## 版本：ETag 与 If-Match',
  '带版本的答复有 `ETag`。修改时用 `If-Match` 带上最近读到的版本；没有带答 428，内容已被改动答 412，请读取最新内容再改。',
  '## 重试：Idempotency-Key',
  '新建类的请求可以带 `Idempotency-Key`（8 到 100 个可见字符，例如 UUID）。同一键与同一内容只执行一次，重试得到同一答复；内容不同答 422；上一次还在处理答 409。',
  '## 次数限制',
  '登录、验证码等有次数限制，超过时答 429；平台繁忙时答 503。两者都在 `Retry-After` 头和 `retryAfter` 成员里写明要等的秒数。',
  '## 分页',
  '列表一次最多 100 条。答复里有 `next` 时，把它作为 `cursor` 再请求，就得到下一页；没有 `next` 就是最后一页。',
].join('\n\n');
