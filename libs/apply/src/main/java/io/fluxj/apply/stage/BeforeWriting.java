package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;
import java.util.List;

/**
 * Told once per stage which objects are about to be written, before the first of them is: who notes them then, finds them
 * again even if the process dies in the middle of the stage. What it throws ends the apply before that stage.
 */
@FunctionalInterface
public interface BeforeWriting {
    /** These objects are about to be created, changed or replaced; never empty. */
    void writing(List<ObjectRef> refs);
}
