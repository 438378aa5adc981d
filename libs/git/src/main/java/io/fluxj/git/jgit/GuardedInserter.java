package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** Takes only packs that keep to the limits. */
final class GuardedInserter extends ObjectInserter.Filter {
    private final ObjectInserter inserter;
    private final Guard guard;

    GuardedInserter(ObjectInserter inserter, Guard guard) {
        this.inserter = inserter;
        this.guard = guard;
    }

    @Override
    protected ObjectInserter delegate() {
        return inserter;
    }

    @Override
    public PackParser newPackParser(InputStream in) throws IOException {
        PackParser parser = inserter.newPackParser(PackStream.of(in, guard));
        parser.setMaxObjectSizeLimit(guard.limits().objectBytes());
        return parser;
    }
}
