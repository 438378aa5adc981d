package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.Quoting;
import org.jspecify.annotations.Nullable;

/** Prints parts of templates. What is printed parses to an equal tree, save for comments and trimmed space. */
final class NodeText {
    private final StringBuilder out = new StringBuilder();

    private NodeText() {}

    static String of(Node node) {
        NodeText text = new NodeText();
        text.node(node);
        return text.out.toString();
    }

    private void node(Node node) {
        switch (node) {
            case Node.ListNode list -> list.statements().forEach(this::node);
            case Node.Text text -> out.append(text.text());
            case Node.Action action -> {
                out.append("{{");
                node(action.pipe());
                out.append("}}");
            }
            case Node.If n -> branch("if", n.pipe(), n.body(), n.otherwise());
            case Node.With n -> branch("with", n.pipe(), n.body(), n.otherwise());
            case Node.Range n -> branch("range", n.pipe(), n.body(), n.otherwise());
            case Node.Break n -> out.append("{{break}}");
            case Node.Continue n -> out.append("{{continue}}");
            case Node.Template template -> template(template);
            case Node.Pipe pipe -> pipe(pipe);
            case Node.Command command -> command(command);
            case Node.Variable variable -> {
                out.append(variable.name());
                variable.fields().forEach(field -> out.append('.').append(field));
            }
            case Node.Field field ->
                field.fields().forEach(name -> out.append('.').append(name));
            case Node.Chain chain -> {
                operand(chain.operand());
                chain.fields().forEach(name -> out.append('.').append(name));
            }
            case Node.Identifier n -> out.append(n);
            case Node.Literal n -> out.append(n);
        }
    }

    private void branch(String name, Node.Pipe pipe, Node.ListNode body, Node.@Nullable ListNode otherwise) {
        out.append("{{").append(name).append(' ');
        node(pipe);
        out.append("}}");
        node(body);
        if (otherwise != null) {
            out.append("{{else}}");
            node(otherwise);
        }
        out.append("{{end}}");
    }

    private void template(Node.Template template) {
        out.append("{{template ").append(Quoting.quoted(template.name()));
        if (template.pipe() != null) {
            out.append(' ');
            node(template.pipe());
        }
        out.append("}}");
    }

    private void pipe(Node.Pipe pipe) {
        String comma = "";
        for (Node.Variable variable : pipe.variables()) {
            out.append(comma);
            node(variable);
            comma = ", ";
        }
        if (!pipe.variables().isEmpty()) {
            out.append(pipe.assigns() ? " = " : " := ");
        }
        String bar = "";
        for (Node.Command command : pipe.commands()) {
            out.append(bar);
            node(command);
            bar = " | ";
        }
    }

    private void command(Node.Command command) {
        String blank = "";
        for (Node.Operand word : command.words()) {
            out.append(blank);
            operand(word);
            blank = " ";
        }
    }

    private void operand(Node.Operand operand) {
        if (operand instanceof Node.Pipe) {
            out.append('(');
            node(operand);
            out.append(')');
        } else {
            node(operand);
        }
    }
}
