package com.eindr.habit.web;

import com.eindr.habit.HabitCommand.AcceptHabit;
import com.eindr.habit.HabitCommand.DismissHabit;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitQuery.HabitsOf;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.HabitView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.AnswersFrom;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody does again and again, and could have a reminder for. */
@RestController
@RequestMapping(HabitController.PATH)
@AnswersFrom("habits")
@Tag(name = "Habits")
class HabitController {
    static final String PATH = "/api/v1/habits/suggestions";
    private static final String REMINDERS = "/api/v1/reminders/";

    private final Writes writes;
    private final Queries queries;

    HabitController(Writes writes, Queries queries) {
        this.writes = writes;
        this.queries = queries;
    }

    /** @param version of the suggestion */
    @Schema(name = "HabitAccepted")
    record Accepted(String id, long version, String reminderId) {}

    @GetMapping
    @Operation(
            summary = "List what you seem to do again and again, the latest first",
            description =
                    "What reminders that do not repeat tell, by their words and what these mean: done, or rung, at"
                        + " about the same time on four days of five, on five working days, on the same weekday of"
                        + " three weeks or the same day of three months. Only while `habitSuggestionsEnabled` is on;"
                        + " the plan is asked when something new is suggested or accepted. A new one comes some"
                        + " moments after what led to it.")
    Slice<HabitView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "SUGGESTED") HabitStatus status,
            SliceRequest slice) {
        return queries.slice(new HabitsOf(caller.userId(), status, slice), HabitView.class);
    }

    @PostMapping("/{id}/accept")
    @LockedByPlan
    @Operation(
            summary = "Make a reminder that repeats of a suggestion",
            description =
                    "`Location` says where the reminder is. It begins with the next time to come, and counts as one."
                            + " Accepting again changes nothing.")
    ResponseEntity<Accepted> accept(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        HabitId habit = new HabitId(id);
        Receipt receipt = writes.execute(new AcceptHabit(habit, caller.userId()), write);
        String reminder = habit.reminderId().toString();
        return ResponseEntity.ok()
                .eTag(EntityTags.of(receipt.version()))
                .header(HttpHeaders.LOCATION, REMINDERS + reminder)
                .header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(receipt.position()))
                .body(new Accepted(habit.toString(), receipt.version(), reminder));
    }

    @PostMapping("/{id}/dismiss")
    @Operation(
            summary = "Say that you do not want to hear of a suggestion again",
            description = "Dismissing again changes nothing.")
    ResponseEntity<Written> dismiss(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new DismissHabit(new HabitId(id), caller.userId()), write);
    }
}
