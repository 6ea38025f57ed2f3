package com.eindr.infra.proof;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the hashes that an export of the log carries. */
@Component
public class ExportedTrees {
    private final LogTree tree;

    ExportedTrees(LogTree tree) {
        this.tree = tree;
    }

    /** The tree of the last checkpoint; empty where nothing is signed yet. */
    public Optional<ExportedTree> latest() {
        return tree.checkpoints().latest().map(checkpoint -> new ExportedTree(tree.tiles(), checkpoint));
    }
}
