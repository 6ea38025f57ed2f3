package com.eindr.voice.web.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=DAILY                                  | every day at 7 AM, starting tomorrow
        FREQ=DAILY;INTERVAL=2                       | every other day at 7 AM, starting tomorrow
        FREQ=DAILY;INTERVAL=3                       | every 3 days at 7 AM, starting tomorrow
        FREQ=DAILY;UNTIL=20261224                   | every day at 7 AM, starting tomorrow, until Thursday, December 24
        FREQ=DAILY;UNTIL=20261224T185959Z           | every day at 7 AM, starting tomorrow, until Thursday, December 24
        FREQ=DAILY;UNTIL=20261224T190000Z           | every day at 7 AM, starting tomorrow, until Friday, December 25
        FREQ=DAILY;UNTIL=20261127T235959            | every day at 7 AM, starting tomorrow, until Friday
        FREQ=DAILY;COUNT=10                         | every day at 7 AM, starting tomorrow, 10 times
        FREQ=DAILY;COUNT=2                          | every day at 7 AM, starting tomorrow, twice
        FREQ=DAILY;BYDAY=SA,SU                      | every Saturday and Sunday at 7 AM, starting tomorrow
        FREQ=HOURLY                                 | every hour, starting tomorrow at 7 AM
        FREQ=HOURLY;INTERVAL=2                      | every two hours, starting tomorrow at 7 AM
        FREQ=MINUTELY;INTERVAL=30                   | every 30 minutes, starting tomorrow at 7 AM
        FREQ=WEEKLY                                 | every Tuesday at 7 AM
        FREQ=WEEKLY;BYDAY=TU                        | every Tuesday at 7 AM
        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU             | every other Tuesday at 7 AM, starting tomorrow
        FREQ=WEEKLY;INTERVAL=3;BYDAY=TU             | every 3 weeks on Tuesday at 7 AM, starting tomorrow
        FREQ=WEEKLY;BYDAY=FR,MO;WKST=MO             | every Monday and Friday at 7 AM, starting tomorrow
        FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR          | every other week on Monday and Friday at 7 AM, starting tomorrow
        FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR            | every weekday at 7 AM, starting tomorrow
        FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU      | every day at 7 AM, starting tomorrow
        FREQ=MONTHLY                                | on the 24th of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYMONTHDAY=1                   | on the 1st of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYMONTHDAY=22,1                | on the 1st and 22nd of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYMONTHDAY=-1                  | on the last day of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=3        | every 3 months on the 3rd at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYDAY=-1FR                     | on the last Friday of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYDAY=2TU                      | on the second Tuesday of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | on the last weekday of each month at 7 AM, starting tomorrow
        FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1         | on the first Saturday or Sunday of each month at 7 AM, starting tomorrow
        FREQ=YEARLY                                 | every year on November 24 at 7 AM, starting tomorrow
        FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1         | every year on December 1 at 7 AM, starting tomorrow
        FREQ=YEARLY;INTERVAL=2                      | every 2 years on November 24 at 7 AM, starting tomorrow
        """)
    void what_repeats_is_said_in_words(String rule, String words) {
        assertThat(new Spoken("en").repeats(rule)).isEqualTo("Reminder set: X, " + words + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;BYHOUR=7,19",
                "FREQ=YEARLY;BYYEARDAY=100",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=1MO,3MO",
                "FREQ=MONTHLY;BYDAY=-2MO",
                "FREQ=MONTHLY;BYMONTHDAY=-1,15",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=SECONDLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;UNTIL=tomorrow",
                "FREQ=DAILY;FREQ=DAILY",
                "nonsense",
                "''"
            })
    void what_takes_more_than_a_few_words_is_not_said_wrongly(String rule) {
        assertThat(new Spoken("en").repeats(rule))
                .isEqualTo("Reminder set: X, on a schedule of its own, starting tomorrow at 7 AM.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-12-15T07:00 | every Tuesday at 7 AM, starting Tuesday, December 15
        2026-11-23T19:00 | every Monday at 7 PM
        """)
    void a_weekly_series_says_when_it_begins_only_where_its_day_does_not(String start, String words) {
        assertThat(new Spoken("en").repeats(start, "FREQ=WEEKLY")).isEqualTo("Reminder set: X, " + words + ".");
    }
}
