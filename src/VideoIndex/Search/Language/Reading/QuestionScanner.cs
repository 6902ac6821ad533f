using VideoIndex.Search.Conditions;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Walks through a question, sign by sign and word by word.</summary>
internal sealed class QuestionScanner(string text)
{
    private static readonly string[] Between = ["AND", "OR", "THEN", "DURING", "BEFORE", "AFTER", "WITH"];
    private static readonly string[] Keywords = [.. Between, "NOT", "WITHIN", "OF", "FIRST", "LAST"];

    private int _settled = -1; // where it is known that there is nothing to go past

    /// <summary>Gets the question.</summary>
    public string Text { get; } = text;

    /// <summary>Gets or sets where it stands, in UTF-16 units from 0.</summary>
    public int At { get; set; }

    /// <summary>Gets whether nothing is left.</summary>
    public bool AtEnd => At >= Text.Length;

    /// <summary>Returns whether a sign of a kind stands here.</summary>
    public bool Sees(Func<char, bool> kind) => !AtEnd && kind(Text[At]);

    /// <summary>Goes past white space, and past words and quotes that are only punctuation.</summary>
    /// <exception cref="QueryException">A quote is not closed; two signs stand where people write operators elsewhere.</exception>
    public void Skip()
    {
        while (At != _settled)
        {
            SkipSpace();
            if (AtEnd || Sees(QuestionSigns.IsOpening) || Sees(QuestionSigns.IsClosing) || Negates())
            {
                return;
            }

            var (from, quoted) = (At, Sees(QuestionSigns.IsQuote));
            var words = quoted ? ReadQuoted() : Text[from..(At = EndOfBare(from))];
            if (FieldAt(from) > 0 || Words.In(words).Count > 0)
            {
                (At, _settled) = (from, from);
                return;
            }

            if (words is "&&" or "||")
            {
                throw new QueryException("unknown-operator", from, $"{words} is no operator here. Did you mean {(words == "&&" ? "AND" : "OR")}?");
            }
        }
    }

    /// <summary>Goes past white space.</summary>
    public void SkipSpace()
    {
        while (Sees(char.IsWhiteSpace))
        {
            At++;
        }
    }

    /// <summary>Returns the word in capitals that stands here, if the language has it; null where none does.</summary>
    public string? Keyword()
    {
        var end = At;
        while (end < Text.Length && char.IsAsciiLetterUpper(Text[end]))
        {
            end++;
        }

        var ends = end == Text.Length || QuestionSigns.EndsWord(Text[end]) || QuestionSigns.IsOpening(Text[end]) || QuestionSigns.IsClosing(Text[end]);
        return ends && Array.IndexOf(Keywords, Text[At..end]) is var one and >= 0 ? Keywords[one] : null;
    }

    /// <summary>Returns the operator between two sides that stands here; null where none does. WITHIN is one only before a number, or before OF.</summary>
    public string? Operator() => Keyword() switch
    {
        "WITHIN" => IsFollowedByLength() ? "WITHIN" : null,
        { } word when Between.Contains(word) => word,
        _ => null,
    };

    /// <summary>Goes past a word in capitals if it stands here.</summary>
    public bool Takes(string keyword)
    {
        var before = At;
        Skip();
        var taken = Keyword() == keyword;
        At = taken ? At + keyword.Length : before;
        return taken;
    }

    /// <summary>Returns whether something to find follows a number of units from here: no end, no closing parenthesis, no operator, no condition.</summary>
    public bool IsFollowedBySide(int after)
    {
        var before = At;
        At += after;
        Skip();
        var found = !AtEnd && !Sees(QuestionSigns.IsClosing) && Operator() is null && new ConditionScanner(Text, At).Begins() is null;
        At = before;
        return found;
    }

    /// <summary>Returns whether a minus that leaves out what follows it stands here.</summary>
    public bool Negates() => Sees(QuestionSigns.IsMinus) && At + 1 < Text.Length
        && (char.IsLetter(Text[At + 1]) || QuestionSigns.IsQuote(Text[At + 1]) || QuestionSigns.IsOpening(Text[At + 1]));

    /// <summary>Returns how long the name of a field is that stands at a place; 0 where none does.</summary>
    public int FieldAt(int from)
    {
        var end = from;
        while (end < Text.Length && char.IsLetter(Text[end]))
        {
            end++;
        }

        return end < Text.Length && QuestionSigns.IsColon(Text[end]) ? end - from : 0;
    }

    /// <summary>Reads what stands between quotes.</summary>
    public string ReadQuoted()
    {
        var opened = At++;
        while (!AtEnd && !QuestionSigns.Closes(Text[opened], Text[At]))
        {
            At++;
        }

        return AtEnd
            ? throw new QueryException("unbalanced-quote", opened, "This quote is not closed: add another \" where the phrase ends.")
            : Text[(opened + 1)..At++];
    }

    /// <summary>Reads a word: all up to white space, a quote, or a parenthesis that does not open and close in the word itself.</summary>
    public string ReadBare()
    {
        var from = At;
        return Text[from..(At = EndOfBare(from))];
    }

    private int EndOfBare(int from)
    {
        var at = from;
        while (at < Text.Length && !QuestionSigns.EndsWord(Text[at]) && !QuestionSigns.IsClosing(Text[at]))
        {
            if (QuestionSigns.IsOpening(Text[at]))
            {
                var close = Array.IndexOf(Keywords, Text[from..at]) >= 0 ? -1 : ClosedInWord(at);
                if (close < 0)
                {
                    return at;
                }

                at = close;
            }

            at++;
        }

        return at;
    }

    private int ClosedInWord(int open)
    {
        var depth = 0;
        for (var at = open; at < Text.Length && !QuestionSigns.EndsWord(Text[at]); at++)
        {
            depth += QuestionSigns.IsOpening(Text[at]) ? 1 : QuestionSigns.IsClosing(Text[at]) ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsFollowedByLength()
    {
        var before = At;
        At += "WITHIN".Length;
        SkipSpace();
        var follows = Sees(char.IsAsciiDigit) || Keyword() == "OF";
        At = before;
        return follows;
    }
}
