using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Reads and asks questions for every command that takes one, and says in one way what is wrong with them.</summary>
internal static class Asking
{
    /// <summary>Reads a question as the library understands it.</summary>
    /// <exception cref="CommandException">It cannot be understood; it points at the character.</exception>
    public static async Task<Question> ReadAsync(string typed, LibraryHost library, CancellationToken cancellationToken)
    {
        try
        {
            return await QuestionAsync(typed, library, cancellationToken).ConfigureAwait(false);
        }
        catch (QueryException mistake)
        {
            throw new CommandException(ExitCodes.Usage, mistake.Code, mistake.Sentence) { Question = typed, At = mistake.At };
        }
    }

    /// <summary>Reads a question that nobody has just typed.</summary>
    /// <exception cref="QueryException">It cannot be understood.</exception>
    public static async Task<Question> QuestionAsync(string text, LibraryHost library, CancellationToken cancellationToken) =>
        QuestionParser.Parse(text, await library.QuestionContextAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Answers a question.</summary>
    /// <exception cref="CommandException">The page asked for is none of this question's.</exception>
    public static async Task<SearchAnswer> AnswerAsync(SearchRequest request, LibraryHost library, CancellationToken cancellationToken)
    {
        try
        {
            return await library.Moments.SearchAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (QueryException mistake)
        {
            throw new CommandException(ExitCodes.Usage, mistake.Code, mistake.Sentence);
        }
    }
}
