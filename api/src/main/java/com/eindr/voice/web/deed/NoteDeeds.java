package com.eindr.voice.web.deed;

import com.eindr.note.NoteCommand.WriteNote;
import com.eindr.note.NoteId;
import com.eindr.note.NoteQuery;
import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteQuery.NotesOf;
import com.eindr.note.NoteSource;
import com.eindr.note.NoteView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Queries;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes notes, and reads them out. */
@Component
class NoteDeeds implements Family {
    private static final String PATH = "/api/v1/notes/";
    private static final String NOTE = "n:";
    private static final int READ_OUT = 10;
    private static final SliceRequest MOST = new SliceRequest(100, null);

    private final Sending sending;
    private final Finding finding;
    private final Queries queries;

    NoteDeeds(Sending sending, Finding finding, Queries queries) {
        this.sending = sending;
        this.finding = finding;
        this.queries = queries;
    }

    @Override
    public Set<Intent> intents() {
        return Set.of(Intent.NOTE_CREATE, Intent.NOTE_LIST);
    }

    @Override
    public Done act(Act act) {
        if (!act.order().isClear()) {
            return Done.asked(act, act.order().said().choices(), List.of());
        }
        return act.intent() == Intent.NOTE_LIST ? list(act) : write(act);
    }

    private Done write(Act act) {
        String content = act.slots().content();
        if (content == null) {
            throw new IllegalStateException("a note that is clear has a content");
        }
        NoteId id = new NoteId(TimeOrderedUuid.next());
        Sending.Sent sent = sending.send(act, new WriteNote(id, act.user(), content, NoteSource.VOICE, act.language()));
        return Done.done(act, PATH + sent.id(), new Result.NoteWritten(content))
                .with(sent.position(), List.of(Compensation.of(Compensation.What.DELETE_NOTE, sent, "")))
                .about(act.rehearsed() ? null : NOTE + sent.id());
    }

    private Done list(Act act) {
        finding.see(act);
        Selection filter = act.slots().filter();
        String about = filter == null ? null : filter.about();
        NoteQuery question = about == null ? new NotesOf(act.user(), MOST) : new NotesAbout(act.user(), about, MOST);
        Slice<NoteView> slice = queries.slice(question, NoteView.class);
        List<NoteView> fitting = slice.items().stream()
                .filter(note -> filter == null || within(act, filter, note))
                .toList();
        List<NoteView> read = fitting.subList(0, Math.min(READ_OUT, fitting.size()));
        Result result = new Result.Notes(read.stream().map(NoteView::content).toList(), fitting.size() - read.size());
        return Done.done(act, null, result)
                .reading(read.stream().map(note -> NOTE + note.id()).toList());
    }

    private static boolean within(Act act, Selection filter, NoteView note) {
        LocalDateTime written =
                LocalDateTime.ofInstant(note.writtenAt(), act.person().zone());
        LocalDateTime from = filter.from();
        LocalDateTime to = filter.to();
        return (from == null || !written.isBefore(from)) && (to == null || written.isBefore(to));
    }
}
