package io.fluxj.gotemplate.value;

import org.jspecify.annotations.Nullable;

/** The run of a template that a function is called in. */
public interface Run extends Meter {

    /** How many executions of {@link #execute} with this name have not ended yet. */
    int executing(String name);

    /**
     * Executes a template of the set by its name.
     *
     * @throws GoError when there is none of this name or it fails
     */
    String execute(String name, @Nullable Object data);

    /**
     * Executes a text that is parsed as if it stood in the main template; what it defines is seen by itself alone.
     *
     * @throws GoError when it is malformed or fails
     */
    String executeText(String text, @Nullable Object data);
}
