-- What the editor refuses must not come in another way either.
alter table "requirement"
  add constraint "requirement_position_check" check ("position" >= 0),
  add constraint "requirement_short_label_check" check (char_length("short_label") between 2 and 8);
