package io.fluxj.sops.yaml;

import io.fluxj.sops.yaml.Node.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes nodes of a text. */
public final class Composer {
    private static final Set<TokenType> NO_CONTENT = EnumSet.of(
            TokenType.VERSION_DIRECTIVE,
            TokenType.TAG_DIRECTIVE,
            TokenType.DOCUMENT_START,
            TokenType.DOCUMENT_END,
            TokenType.STREAM_END);
    private static final Set<TokenType> AFTER_KEY = EnumSet.of(TokenType.KEY, TokenType.VALUE, TokenType.BLOCK_END);
    private static final Set<TokenType> AFTER_ENTRY = EnumSet.of(TokenType.BLOCK_ENTRY, TokenType.BLOCK_END);
    private static final Set<TokenType> AFTER_LOOSE_ENTRY =
            EnumSet.of(TokenType.BLOCK_ENTRY, TokenType.KEY, TokenType.VALUE, TokenType.BLOCK_END);

    private final Scanner scanner;
    private final Remarks remarks;
    private final int deepest;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Map<String, String> handles = new HashMap<>();
    private String stem = "";
    private int depth;

    private Composer(Scanner scanner, int deepest) {
        this.scanner = scanner;
        this.remarks = scanner.remarks();
        this.deepest = deepest;
    }

    /**
     * The documents of a text, each as a node of that kind with the root as its one child.
     *
     * @param deepest levels of nesting that are taken
     * @throws YamlException if it is no YAML or nested deeper
     */
    public static List<Node> documents(byte[] text, int deepest) {
        Composer composer = new Composer(new Scanner(Source.of(text)), deepest);
        composer.scanner.next();
        List<Node> documents = new ArrayList<>();
        boolean first = true;
        while (composer.startsDocument(first)) {
            documents.add(composer.document(first));
            first = false;
        }
        return documents;
    }

    private boolean startsDocument(boolean first) {
        while (!first && scanner.peek().is(TokenType.DOCUMENT_END)) {
            scanner.next();
        }
        return !scanner.peek().is(TokenType.STREAM_END);
    }

    private Node document(boolean first) {
        Node document = Node.of(Kind.DOCUMENT, "");
        document.line(scanner.peek().start());
        if (first && !NO_CONTENT.contains(scanner.peek().type())) {
            document.head(remarks.takeHeadOfDocument());
            document.children().add(node(true, false));
        } else {
            explicit(document);
        }
        endDocument(document);
        return document;
    }

    private void explicit(Node document) {
        directives();
        Token start = scanner.peek();
        if (!start.is(TokenType.DOCUMENT_START)) {
            throw YamlException.parsing("did not find expected <document start>", Mark.NOWHERE, start.start());
        }
        scanner.next();
        Token content = scanner.peek();
        document.children().add(NO_CONTENT.contains(content.type()) ? nothing(content.start()) : node(true, false));
    }

    private void directives() {
        boolean versioned = false;
        for (Token next = scanner.peek();
                next.is(TokenType.VERSION_DIRECTIVE) || next.is(TokenType.TAG_DIRECTIVE);
                next = scanner.peek()) {
            if (next.is(TokenType.TAG_DIRECTIVE)) {
                if (handles.put(next.value(), next.suffix()) != null) {
                    throw YamlException.parsing("found duplicate %TAG directive", Mark.NOWHERE, next.start());
                }
            } else if (versioned || !next.value().equals("1.1")) {
                String problem = versioned ? "found duplicate %YAML directive" : "found incompatible YAML document";
                throw YamlException.parsing(problem, Mark.NOWHERE, next.start());
            } else {
                versioned = true;
            }
            scanner.next();
        }
    }

    private void endDocument(Node document) {
        if (scanner.peek().is(TokenType.DOCUMENT_END)) {
            scanner.next();
        }
        handles.clear();
        Node end = Node.of(Kind.DOCUMENT, "");
        remarks.giveTo(end);
        document.foot(end.foot().isEmpty() ? end.head() : end.foot());
    }

    private Node nothing(Mark mark) {
        Node node = Node.scalar("", "", Style.PLAIN);
        node.line(mark);
        return node;
    }

    private Node node(boolean block, boolean looseSequence) {
        if (++depth > deepest) {
            throw new YamlException("yaml: line " + (scanner.peek().start().line() + 1) + ": nested deeper than "
                    + deepest + " levels");
        }
        Token first = scanner.peek();
        Node node = first.is(TokenType.ALIAS) ? alias() : new Properties(first).node(block, looseSequence);
        depth--;
        return node;
    }

    private Node alias() {
        Token token = scanner.peek();
        Node target = anchors.get(token.value());
        if (target == null) {
            throw new YamlException("yaml: unknown anchor '" + token.value() + "' referenced");
        }
        Node alias = Node.alias(target);
        alias.line(token.start());
        remarks.giveTo(alias);
        scanner.next();
        return alias;
    }

    /** Anchor and tag of a node, in either order. */
    private final class Properties {
        private final Mark start;
        private String anchor = "";
        private String tag = "";

        Properties(Token first) {
            start = first.start();
            if (first.is(TokenType.ANCHOR)) {
                anchor();
                tag();
            } else {
                tag();
                anchor();
            }
        }

        private void anchor() {
            if (scanner.peek().is(TokenType.ANCHOR)) {
                anchor = scanner.next().value();
            }
        }

        private void tag() {
            Token token = scanner.peek();
            if (!token.is(TokenType.TAG)) {
                return;
            }
            scanner.next();
            if (token.value().isEmpty()) {
                tag = token.suffix();
                return;
            }
            String prefix = handles.get(token.value());
            if (prefix == null) {
                prefix = switch (token.value()) {
                    case "!" -> "!";
                    case "!!" -> Tags.PREFIX;
                    default -> throw YamlException.parsing("found undefined tag handle", start, token.start());
                };
            }
            tag = prefix + token.suffix();
        }

        Node node(boolean block, boolean looseSequence) {
            Token token = scanner.peek();
            return switch (token.type()) {
                case SCALAR -> scalar(token);
                case FLOW_SEQUENCE_START -> flowSequence(begin(Kind.SEQUENCE, true), token.start());
                case FLOW_MAPPING_START -> flowMapping(begin(Kind.MAPPING, true), token.start());
                case BLOCK_ENTRY -> looseSequence ? looseSequence(begin(Kind.SEQUENCE, true)) : empty(token);
                case BLOCK_SEQUENCE_START ->
                    block ? blockSequence(begin(Kind.SEQUENCE, false), token.start()) : empty(token);
                case BLOCK_MAPPING_START ->
                    block ? blockMapping(begin(Kind.MAPPING, false), token.start()) : empty(token);
                default -> empty(token);
            };
        }

        private Node scalar(Token token) {
            Node node = register(Node.scalar(Tags.shortened(tag), token.value(), token.style()));
            remarks.giveTo(node);
            scanner.next();
            return node;
        }

        private Node begin(Kind kind, boolean takesRemarks) {
            Node node = register(Node.of(kind, Tags.shortened(tag)));
            boolean loose = kind == Kind.SEQUENCE && scanner.peek().is(TokenType.BLOCK_ENTRY);
            if (takesRemarks && !loose) {
                remarks.giveTo(node);
                stem = "";
            } else if (!loose && !stem.isEmpty()) {
                node.head(stem);
                stem = "";
            }
            return node;
        }

        private Node register(Node node) {
            node.line(start);
            if (!anchor.isEmpty()) {
                anchors.put(anchor, node);
            }
            return node;
        }

        /** Properties of nothing. */
        private Node empty(Token token) {
            if (anchor.isEmpty() && tag.isEmpty()) {
                throw YamlException.parsing("did not find expected node content", start, token.start());
            }
            return register(Node.scalar(Tags.shortened(tag), "", Style.PLAIN));
        }
    }

    /** What stood above the dash belongs to the item when that is a block, and not to the block's first key. */
    private void splitStem(int headLength) {
        if (headLength == 0) {
            return;
        }
        Token next = scanner.peek();
        if (next.is(TokenType.BLOCK_SEQUENCE_START) || next.is(TokenType.BLOCK_MAPPING_START)) {
            stem = remarks.takeHead(headLength);
        }
    }

    private Node blockSequence(Node sequence, Mark start) {
        scanner.next();
        while (scanner.peek().is(TokenType.BLOCK_ENTRY)) {
            sequence.children().add(entry(AFTER_ENTRY));
        }
        Token end = scanner.peek();
        if (!end.is(TokenType.BLOCK_END)) {
            throw YamlException.parsing("did not find expected '-' indicator", start, end.start());
        }
        scanner.next();
        return sequence;
    }

    private Node looseSequence(Node sequence) {
        while (scanner.peek().is(TokenType.BLOCK_ENTRY)) {
            sequence.children().add(entry(AFTER_LOOSE_ENTRY));
        }
        return sequence;
    }

    private Node entry(Set<TokenType> without) {
        Mark mark = scanner.peek().end();
        int headLength = remarks.headLength();
        scanner.next();
        splitStem(headLength);
        return without.contains(scanner.peek().type()) ? nothing(mark) : node(true, false);
    }

    private Node blockMapping(Node mapping, Mark start) {
        scanner.next();
        List<Node> children = mapping.children();
        while (true) {
            Token token = scanner.peek();
            if (token.is(TokenType.BLOCK_END)) {
                break;
            }
            if (!token.is(TokenType.KEY)) {
                throw YamlException.parsing("did not find expected key", start, token.start());
            }
            children.add(keyOrValue(token));
            moveFootToFormer(children);
            children.add(scanner.peek().is(TokenType.VALUE) ? keyOrValue(scanner.peek()) : nothing(token.start()));
            moveFootToKey(children);
        }
        endBlock(mapping);
        return mapping;
    }

    private Node keyOrValue(Token indicator) {
        scanner.next();
        return AFTER_KEY.contains(scanner.peek().type()) ? nothing(indicator.end()) : node(true, true);
    }

    /** A comment that stands left of the next key is the foot of the value before. */
    private static void moveFootToFormer(List<Node> children) {
        Node key = children.getLast();
        if (!key.foot().isEmpty() && children.size() > 2) {
            children.get(children.size() - 3).foot(key.foot());
            key.foot("");
        }
    }

    private static void moveFootToKey(List<Node> children) {
        Node key = children.get(children.size() - 2);
        Node value = children.getLast();
        if (key.foot().isEmpty() && !value.foot().isEmpty()) {
            key.foot(value.foot());
            value.foot("");
        }
    }

    private void endBlock(Node mapping) {
        Node end = Node.of(Kind.MAPPING, "");
        remarks.giveTo(end);
        stem = "";
        scanner.next();
        mapping.beside(end.beside());
        boolean toLastKey = !end.foot().isEmpty() && mapping.children().size() > 1;
        mapping.foot(toLastKey ? "" : end.foot());
        if (toLastKey) {
            mapping.children().get(mapping.children().size() - 2).foot(end.foot());
        }
    }

    private void endFlow(Node collection) {
        scanner.peek();
        Node end = Node.of(collection.kind(), "");
        remarks.giveTo(end);
        stem = "";
        scanner.next();
        collection.beside(end.beside());
        collection.foot(end.foot());
    }

    private Node flowSequence(Node sequence, Mark start) {
        scanner.next();
        while (!scanner.peek().is(TokenType.FLOW_SEQUENCE_END)) {
            if (!sequence.children().isEmpty()) {
                comma(start, ']');
                if (scanner.peek().is(TokenType.FLOW_SEQUENCE_END)) {
                    break;
                }
            }
            sequence.children().add(scanner.peek().is(TokenType.KEY) ? pair() : node(false, false));
        }
        endFlow(sequence);
        return sequence;
    }

    private void comma(Mark start, char end) {
        Token token = scanner.peek();
        if (!token.is(TokenType.FLOW_ENTRY)) {
            throw YamlException.parsing("did not find expected ',' or '" + end + "'", start, token.start());
        }
        scanner.next();
    }

    /** A mapping of one entry without braces, in a sequence. */
    private Node pair() {
        Node mapping = Node.of(Kind.MAPPING, "");
        mapping.line(scanner.peek().start());
        mapping.children().add(flowKey(TokenType.FLOW_SEQUENCE_END));
        mapping.children().add(flowValue(TokenType.FLOW_SEQUENCE_END));
        return mapping;
    }

    private Node flowMapping(Node mapping, Mark start) {
        scanner.next();
        while (!scanner.peek().is(TokenType.FLOW_MAPPING_END)) {
            if (!mapping.children().isEmpty()) {
                comma(start, '}');
                if (scanner.peek().is(TokenType.FLOW_MAPPING_END)) {
                    break;
                }
            }
            if (scanner.peek().is(TokenType.KEY)) {
                mapping.children().add(flowKey(TokenType.FLOW_MAPPING_END));
                mapping.children().add(flowValue(TokenType.FLOW_MAPPING_END));
            } else {
                mapping.children().add(node(false, false));
                mapping.children().add(nothing(scanner.peek().start()));
            }
            if (mapping.children().size() > 1) {
                moveFootToKey(mapping.children());
            }
        }
        endFlow(mapping);
        return mapping;
    }

    private Node flowKey(TokenType end) {
        scanner.next();
        Token token = scanner.peek();
        boolean without = token.is(TokenType.VALUE) || token.is(TokenType.FLOW_ENTRY) || token.is(end);
        return without ? nothing(token.start()) : node(false, false);
    }

    private Node flowValue(TokenType end) {
        if (scanner.peek().is(TokenType.VALUE)) {
            scanner.next();
            Token token = scanner.peek();
            if (!token.is(TokenType.FLOW_ENTRY) && !token.is(end)) {
                return node(false, false);
            }
        }
        return nothing(scanner.peek().start());
    }
}
