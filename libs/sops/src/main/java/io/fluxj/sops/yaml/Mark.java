package io.fluxj.sops.yaml;

/** A place in the text; all of it counts from 0, in code points. */
record Mark(int index, int line, int column) {
    static final Mark NOWHERE = new Mark(0, 0, 0);
}
