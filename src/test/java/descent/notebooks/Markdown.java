package descent.notebooks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Reads Markdown. */
final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern ATTRIBUTE = Pattern.compile("(?:href|src)\\s*=\\s*[\"']([^\"']+)");

  private Markdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /** Where the links and pictures of a text point to, in order, those in HTML included. */
  static List<String> links(String text) {
    List<String> links = new ArrayList<>();
    parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add(image.getDestination());
                visitChildren(image);
              }

              @Override
              public void visit(HtmlInline html) {
                collect(html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                collect(html.getLiteral());
              }

              private void collect(String html) {
                Matcher attribute = ATTRIBUTE.matcher(html);
                while (attribute.find()) {
                  links.add(attribute.group(1));
                }
              }
            });
    return links;
  }
}
