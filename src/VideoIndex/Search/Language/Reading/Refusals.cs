using VideoIndex.Search.Conditions;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Says what is wrong where something else was to stand.</summary>
internal static class Refusals
{
    /// <summary>Returns why nothing to find stands here.</summary>
    /// <param name="scanner">Where something was looked for.</param>
    /// <param name="asker">What was read last that asks for something after it, and where.</param>
    public static QueryException Missing(QuestionScanner scanner, (string Name, int At) asker)
    {
        if (scanner.Operator() is { } name)
        {
            return new QueryException("missing-operand", scanner.At, $"{name} stands between two things, and there is nothing before this one; put it in quotes to search for the word.");
        }

        if (new ConditionScanner(scanner.Text, scanner.At).Begins() is { } condition)
        {
            return new QueryException("bad-condition", scanner.At, $"{condition} asks something of the term before it, and there is none; put it in quotes to search for the word.");
        }

        return asker.Name is null ? NothingOpened(scanner)
            : new QueryException("missing-operand", asker.At, $"Nothing to find follows {asker.Name} here; put it in quotes to search for the word.");
    }

    /// <summary>Returns why a closing parenthesis cannot stand here.</summary>
    public static QueryException NothingOpened(QuestionScanner scanner) =>
        new("unbalanced-parenthesis", scanner.At, "This parenthesis closes nothing: leave it out, or put it in quotes.");

    /// <summary>Returns why a parenthesis cannot stand open.</summary>
    public static QueryException NotClosed(int open) =>
        new("unbalanced-parenthesis", open, "This parenthesis is not closed: add a ) where it ends, or put it in quotes.");

    /// <summary>Returns why parentheses cannot be empty.</summary>
    public static QueryException Empty(int open) =>
        new("nothing-to-find", open, "Nothing to find stands in these parentheses: type words between them, or leave them out.");

    /// <summary>Returns why FIRST or LAST cannot stand among words.</summary>
    public static QueryException BadPlace(string pick, int at) =>
        new("bad-place", at, $"{pick} stands at the beginning, after a parenthesis or after an operator: write goal ({pick} logo:acme); put it in quotes to search for the word.");

    /// <summary>Returns why a condition cannot stand here.</summary>
    public static QueryException BadCondition(string name, int at) =>
        new("bad-condition", at, $"{name} stands right after the term it is asked of: write it inside the parentheses, and once; put it in quotes to search for the word.");
}
