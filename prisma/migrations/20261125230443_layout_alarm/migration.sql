-- CreateTable
CREATE TABLE "layout_alarm" (
    "platform" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "layout_alarm_pkey" PRIMARY KEY ("platform")
);

-- It was seen at least once, and last not before first.
alter table "layout_alarm"
  add constraint "layout_alarm_times_check" check ("times" > 0 and "last_at" >= "first_at");
