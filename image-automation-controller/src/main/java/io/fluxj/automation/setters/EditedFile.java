package io.fluxj.automation.setters;

import java.util.List;
import java.util.Map;

/**
 * A file after its values were set.
 *
 * @param text all of it
 * @param changes what was set, by object, in the order of the file; empty when nothing was
 */
public record EditedFile(String text, Map<ObjectId, List<Change>> changes) {}
