package com.eindr.architecture.planted.nothingisinjectedintofields.note.query;

import org.springframework.beans.factory.annotation.Autowired;

class Notes {
    private final Runnable work;

    @Autowired
    Notes(Runnable work) {
        this.work = work;
    }

    void run() {
        work.run();
    }
}
