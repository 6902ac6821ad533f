using VideoIndex.Search.Language;

namespace VideoIndex.Search.Answers;

/// <summary>Goes through the parts of a question.</summary>
public static class QuestionTerms
{
    /// <summary>Returns a clause and all inside it, each before its parts, in the order typed.</summary>
    public static IEnumerable<Clause> Within(this Clause clause)
    {
        IEnumerable<Clause> parts = clause switch
        {
            AndClause all => all.Parts,
            OrClause any => any.Parts,
            NotClause left => [left.Part],
            TimeClause two => [two.Left, two.Right],
            LastingClause lasting => [lasting.Part],
            PickClause pick => [pick.Part],
            _ => [],
        };
        return [clause, .. parts.SelectMany(Within)];
    }

    /// <summary>Returns the terms of a question, in the order typed.</summary>
    public static IEnumerable<TermClause> Terms(this Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Root.Within().OfType<TermClause>();
    }

    /// <summary>Returns a part of a question as it was typed.</summary>
    public static string AsTyped(this Question question, Clause part)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(part);
        var start = Math.Clamp(part.At, 0, question.Text.Length);
        return question.Text[start..Math.Clamp(part.At + part.Length, start, question.Text.Length)];
    }
}
