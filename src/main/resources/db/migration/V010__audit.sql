-- Who did what, on whose behalf, when and why. Written with each change, never altered.
create table audit_entry (
    id           bigint generated always as identity primary key,
    recorded_at  timestamptz not null,
    actor_id     bigint,                -- person; null: the system itself
    on_behalf_of bigint,
    type         text not null,         -- message key without the prefix «audit.»
    subject_type text not null,
    subject_id   text not null,
    parameters   jsonb not null default '{}',
    reason       text
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, id);

create function audit_entry_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'audit_entry is append-only'; end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_entry_is_append_only();
