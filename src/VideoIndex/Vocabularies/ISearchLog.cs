namespace VideoIndex.Vocabularies;

/// <summary>Remembers, inside the library and nowhere else, the questions that found nothing, so that the vocabulary can learn from them.</summary>
public interface ISearchLog
{
    /// <summary>The most questions that are remembered; beyond them, the one asked longest ago is forgotten.</summary>
    public const int MostQuestions = 1000;

    /// <summary>Remembers that a question found nothing.</summary>
    /// <param name="question">The question as typed.</param>
    /// <param name="words">The words and phrases in it that were looked for.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    Task RememberAsync(string question, IReadOnlyList<string> words, CancellationToken cancellationToken);

    /// <summary>Returns what is remembered, the last asked first.</summary>
    Task<IReadOnlyList<MissedSearch>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Forgets the questions that looked for a word or phrase, in any case; or all of them.</summary>
    /// <param name="word">The word or phrase; null for all questions.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <returns>How many questions were forgotten.</returns>
    Task<int> ForgetAsync(string? word, CancellationToken cancellationToken);

    /// <summary>Shows every word of the index, once, to what looks for near ones.</summary>
    Task ShowWordsAsync(NearWords near, CancellationToken cancellationToken);
}

/// <summary>A question that found nothing.</summary>
/// <param name="Question">As typed.</param>
/// <param name="Words">The words and phrases that were looked for.</param>
/// <param name="First">When it was first asked.</param>
/// <param name="Last">When it was last asked.</param>
/// <param name="Times">How often.</param>
public sealed record MissedSearch(string Question, IReadOnlyList<string> Words, DateTimeOffset First, DateTimeOffset Last, long Times);
