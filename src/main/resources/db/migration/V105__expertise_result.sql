-- A locked result stays as it is: neither the checks that it was made of nor what was scored or answered changes any more.
create function expertise_is_locked(expertise_id bigint) returns boolean language sql stable as
    'select locked_at is not null from expertise where id = $1';

create function locked_result_stays() returns trigger language plpgsql as $$
declare
    touched jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    school  bigint := coalesce(touched ->> 'expertise_school_id',
        (select c.expertise_school_id::text from school_check c where c.id = (touched ->> 'check_id')::bigint))::bigint;
begin
    if expertise_is_locked(coalesce((touched ->> 'expertise_id')::bigint, (select s.expertise_id from expertise_school s where s.id = school))) then
        raise exception 'the result of this expertise is locked';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger locked_result_stays before insert or update or delete on expertise_school for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on school_check for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on check_score for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on check_remark for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on school_score for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on regional_score for each row execute function locked_result_stays();
create trigger locked_result_stays before insert or update or delete on appeal for each row execute function locked_result_stays();
