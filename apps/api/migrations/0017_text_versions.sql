ALTER TABLE "texts" ALTER COLUMN "published_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "of" text;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "texts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_of_texts_id_fk" FOREIGN KEY ("of") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "text_edition" ON "texts" USING btree ("kind","version",coalesce("of", case when "kind" = 'notice' then "id" else '' end));--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "text_withdrawn" CHECK (("texts"."withdrawn_at" is null) = ("texts"."withdrawn_reason" is null) and ("texts"."withdrawn_at" is null or "texts"."kind" = 'notice'));--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "text_of_notice" CHECK ("texts"."of" is null or "texts"."kind" = 'notice');
--> statement-breakpoint
update texts set created_at = published_at;
--> statement-breakpoint
-- What was published stays as people read it; a notice can be taken back, which is no change of its words.
create function refuse_published_text() returns trigger language plpgsql as $$
begin
  if old.published_at <= app_now() and (tg_op = 'DELETE' or
     (new.id, new.kind, new.of, new.version, new.title, new.body, new.published_at) is distinct from
     (old.id, old.kind, old.of, old.version, old.title, old.body, old.published_at)) then
    raise exception 'a published text does not change' using errcode = 'ZK002';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger published_text before update or delete on texts for each row execute function refuse_published_text();
