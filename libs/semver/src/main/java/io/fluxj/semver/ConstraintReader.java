package io.fluxj.semver;

import io.fluxj.semver.Constraint.Condition;
import io.fluxj.semver.Constraint.Group;
import io.fluxj.semver.PartialVersion.Parts;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a constraint. */
record ConstraintReader(String text) {
    private static final int LONGEST = 4096;

    List<Group> groups() throws InvalidConstraintException {
        if (text.length() > LONGEST) {
            throw InvalidConstraintException.improper(text.substring(0, 80) + "...");
        }
        List<Group> groups = new ArrayList<>();
        for (String part : HyphenRanges.spelledOut(text).split("\\|\\|", -1)) {
            groups.add(group(part));
        }
        return List.copyOf(groups);
    }

    /** The whole part is looked at before any version in it, for the sake of the error. */
    private static Group group(String part) throws InvalidConstraintException {
        Cursor cursor = new Cursor(part);
        cursor.skipSpace();
        List<Written> all = new ArrayList<>(List.of(written(cursor, part)));
        while (separated(cursor)) {
            all.add(written(cursor, part));
        }
        if (!cursor.atEnd()) {
            throw InvalidConstraintException.improper(part);
        }
        List<Condition> conditions = new ArrayList<>();
        for (Written written : all) {
            conditions.add(new Condition(written.operator(), written.version().toPartial()));
        }
        return new Group(List.copyOf(conditions));
    }

    private static Written written(Cursor cursor, String part) throws InvalidConstraintException {
        Operator operator = Operator.take(cursor);
        cursor.skipSpace();
        return new Written(
                operator, PartialVersion.take(cursor).orElseThrow(() -> InvalidConstraintException.improper(part)));
    }

    /** Passes a comma or spaces that something follows, or the spaces at the end. */
    private static boolean separated(Cursor cursor) {
        boolean space = cursor.skipSpace();
        if (cursor.accept(",")) {
            cursor.skipSpace();
            return true;
        }
        return space && !cursor.atEnd();
    }

    private record Written(Operator operator, Parts version) {}
}
