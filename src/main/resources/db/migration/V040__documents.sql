-- Accepted files. Rows are added and taken out of their slot, their content is never overwritten.
create table document (
    id             bigint generated always as identity primary key,
    subject_type   text not null,
    subject_id     text not null,
    kind           text not null,
    version        int not null check (version > 0),
    file_name      text not null,          -- cleaned, with the extension of the type found by content
    media_type     text not null,
    size           bigint not null,        -- bytes
    sha256         text not null,          -- lower-case hex
    storage_key    text not null unique,   -- random, of the content store
    author_id      bigint references person,   -- null: made by the system
    stored_at      timestamptz not null,
    removed_at     timestamptz,
    removed_by     bigint references person,
    removal_reason text,
    unique (subject_type, subject_id, kind, version)
);

create function document_is_never_overwritten() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       or old.removed_at is not null
       or (new.id, new.subject_type, new.subject_id, new.kind, new.version, new.file_name, new.media_type, new.size,
           new.sha256, new.storage_key, new.author_id, new.stored_at)
          is distinct from
          (old.id, old.subject_type, old.subject_id, old.kind, old.version, old.file_name, old.media_type, old.size,
           old.sha256, old.storage_key, old.author_id, old.stored_at) then
        raise exception 'a document is never overwritten';
    end if;
    return new;
end $$;

create trigger document_never_overwritten before update or delete on document
    for each row execute function document_is_never_overwritten();
