package com.eindr.voice.web.talk;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Somebody to talk to: a chat model. It is given words and says words; whatever it wants done, it has to ask for. */
public interface Talk {

    /** Whether there is a model at all. */
    boolean isThere();

    /**
     * Says what comes next.
     *
     * @param heard is given the words as they come, on the thread of the caller; what it throws ends the call
     * @throws TalkFailed if the model is away, says nothing that can be understood, or takes longer than it may
     */
    Answer next(Prompt prompt, Consumer<String> heard);

    /**
     * What the model is given.
     *
     * @param instructions ours; nothing that anybody said stands in them
     * @param lines what was said, in order
     * @param tools what it may ask for now
     * @param mostTokens of the answer
     * @param within how long the whole answer may take
     */
    record Prompt(String instructions, List<Line> lines, List<Tool> tools, int mostTokens, Duration within) {
        public Prompt {
            lines = List.copyOf(lines);
            tools = List.copyOf(tools);
        }
    }

    /** One line of what was said. */
    sealed interface Line {

        /** By the person. */
        record Said(String text) implements Line {}

        /** By the model. */
        record Answered(Answer answer) implements Line {}

        /** What has become of a call, as JSON. */
        record Came(Call call, String json) implements Line {}
    }

    /**
     * What a model may ask for.
     *
     * @param description for the model
     */
    record Tool(String name, String description, List<Parameter> parameters) {
        public Tool {
            parameters = List.copyOf(parameters);
        }
    }

    /** @param values what it may be; empty where any text may */
    record Parameter(String name, String description, boolean isRequired, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * What the model has asked for. Nothing of it was checked.
     *
     * @param id the model's own name for this call
     * @param arguments JSON, as it should be
     */
    record Call(String id, String name, String arguments) {}

    /** What the model has said, and what it asks for before it goes on. */
    record Answer(String text, List<Call> calls) {
        public Answer {
            calls = List.copyOf(calls);
        }
    }

    /** The model does not answer, or not so that it can be understood. */
    final class TalkFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TalkFailed(String message, Throwable cause) {
            super(message, cause);
        }

        public TalkFailed(String message) {
            super(message);
        }
    }
}
