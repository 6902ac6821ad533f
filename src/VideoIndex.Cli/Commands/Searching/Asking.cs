using System.Data.Common;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite;
using VideoIndex.Tags;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Reads and asks questions for every command that takes one, and says in one way what is wrong with them.</summary>
internal static class Asking
{
    /// <summary>The variable that turns the remembering of searches off.</summary>
    public const string LogVariable = "VIDEOINDEX_SEARCH_LOG";

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

    /// <summary>Answers a question by the library's vocabulary, as it is now.</summary>
    /// <exception cref="CommandException">The page asked for is none of this question's.</exception>
    public static async Task<SearchAnswer> AnswerAsync(SearchRequest request, LibraryHost library, CancellationToken cancellationToken)
    {
        var (meant, notes) = await MeantAsync(request, library, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await library.Moments.SearchAsync(meant, cancellationToken).ConfigureAwait(false);
            return answer with { Notes = [.. answer.Notes, .. notes] };
        }
        catch (QueryException mistake)
        {
            throw new CommandException(ExitCodes.Usage, mistake.Code, mistake.Sentence);
        }
    }

    /// <summary>Returns a request as the library's vocabulary means it now, and sentences about what that leaves out.</summary>
    public static async Task<(SearchRequest Meant, IReadOnlyList<string> Notes)> MeantAsync(SearchRequest request, LibraryHost library, CancellationToken cancellationToken)
    {
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var meaning = Meaning.Of(request.Question, vocabulary);
        return (request with { Question = meaning.Question, Noise = vocabulary.Noise, Shown = label => vocabulary.Shown(label, ReaderLanguage) }, meaning.Notes);
    }

    /// <summary>Remembers a question that found nothing, for the vocabulary to learn from. A library that cannot be written to remembers nothing.</summary>
    public static async Task RememberMissAsync(Question question, SearchAnswer answer, LibraryHost library, CancellationToken cancellationToken)
    {
        List<string> words = [.. question.Terms().Where(term => term.Field is null or "say" or "text" or "logo" or "tag" or TagKinds.Objects).SelectMany(term => term.Wordings).Select(wording => wording.Typed).Distinct()];
        if (answer.Total > 0 || words is [] || Environment.GetEnvironmentVariable(LogVariable) is "off")
        {
            return;
        }

        try
        {
            await library.SearchLog.RememberAsync(question.Text, words, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unwritten) when (unwritten is DbException or LibraryException or IOException)
        {
            // The answer is worth more than the memory of it.
        }
    }

    // As programs of the system are told: de of de_DE.UTF-8; of C and POSIX, English.
    private static string ReaderLanguage =>
        ((string[])["LC_ALL", "LC_MESSAGES", "LANG"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is [_, _, '_' or '.', ..] locale ? locale[..2] : "en";
}
