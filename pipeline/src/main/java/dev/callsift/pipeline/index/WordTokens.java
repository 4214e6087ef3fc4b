package dev.callsift.pipeline.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms at given positions, as Lucene takes them in. Used once. */
final class WordTokens extends TokenStream {

    /** @param position in the call's position space; several terms may share one */
    record Token(int position, String term) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private int next;
    private int position = -1;

    /** @param tokens in the order of their positions */
    WordTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.get(next++);
        term.append(token.term());
        increment.setPositionIncrement(token.position() - position);
        position = token.position();
        return true;
    }
}
