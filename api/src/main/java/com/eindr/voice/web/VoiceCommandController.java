package com.eindr.voice.web;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WebJson;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.openapi.LockedByPlan;
import com.eindr.voice.web.talk.Conversation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what to do, and it is done. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class VoiceCommandController {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceCommandController.class);

    private final SpokenCommands commands;
    private final SpokenAnswers answers;
    private final Writes writes;
    private final WebJson json;

    VoiceCommandController(SpokenCommands commands, SpokenAnswers answers, Writes writes, WebJson json) {
        this.commands = commands;
        this.answers = answers;
        this.writes = writes;
        this.json = json;
    }

    @Schema(name = "NewUndo")
    record NewUndo(
            @NotNull @Text(max = 20_000) @Schema(description = "The undoToken of what is to be taken back")
            String undoToken) {}

    @PostMapping(path = "/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
    @LockedByPlan
    @Operation(
            summary = "Say what to do, and it is done",
            description = "Several commands in one sentence are several intents, each with its own fate; a problem of"
                    + " one keeps no other from being done. What is ambiguous, unsure or takes something away is asked"
                    + " first: send the question with the answers to its choices. Where nothing was said but what the"
                    + " plan locks, the whole request is refused.")
    ResponseEntity<CommandsBody> command(WriteRequest write, @Valid @RequestBody NewCommands body) {
        return answer(answered(write, body, Conversation.Listener.NOBODY));
    }

    /** On the thread of the request, so that a client that goes away is found out by writing to it. */
    @PostMapping(
            path = "/commands",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @LockedByPlan
    @ApiResponse(
            responseCode = "200",
            description = "Events: delta {text} as a chat model speaks, intents {intents} as it has something done, and"
                    + " end, which is the answer; without it a stream is not whole. The id of end is the"
                    + " Consistency-Token of what was recorded.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = CommandsBody.class)))
    void stream(WriteRequest write, @Valid @RequestBody NewCommands body, HttpServletResponse response) {
        EventWriter events = new EventWriter(response, json);
        try {
            SpokenCommands.Answered answered = answered(write, body, events);
            events.end(answered.body(), answered.position() > 0 ? writes.tokenOf(answered.position()) : null);
        } catch (EventWriter.Gone e) {
            LOG.debug("Somebody left in the middle of a conversation: {}", e.toString());
        }
    }

    private SpokenCommands.Answered answered(WriteRequest write, NewCommands body, Conversation.Listener listener) {
        boolean rehearsed = Boolean.TRUE.equals(body.dryRun());
        String question = body.question();
        String text = body.text();
        if (question != null) {
            return answers.answer(question, body.answers(), rehearsed, write);
        }
        if (text == null) {
            throw InvalidRequest.of("text", "is required unless a question is answered");
        }
        return commands.answer(text, body.language(), body.timeZone(), rehearsed, write, listener);
    }

    @PostMapping("/undo")
    @Operation(
            summary = "Take back what was said",
            description = "By further commands, the latest first. What has changed since stays, and is told in the"
                    + " problem. Taking it back again changes nothing.")
    ResponseEntity<CommandsBody> undo(WriteRequest write, @Valid @RequestBody NewUndo body) {
        return answer(answers.undo(body.undoToken(), write));
    }

    private ResponseEntity<CommandsBody> answer(SpokenCommands.Answered answered) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (answered.position() > 0) {
            answer.header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(answered.position()));
        }
        return answer.body(answered.body());
    }
}
