using VideoIndex.Brands;

namespace VideoIndex.Vocabularies;

/// <summary>Where a library keeps its vocabulary. Every change is remembered with who made it and when.</summary>
public interface IVocabularyStore
{
    /// <summary>Returns the vocabulary; <see cref="Vocabulary.Empty"/> until somebody adds to it.</summary>
    Task<Vocabulary> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Makes changes in one transaction. What is said already is not said twice, and what was not said is not taken back.</summary>
    /// <param name="changes">What is taken back, and what is said from now on.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <returns>How many statements were taken back, and how many are new.</returns>
    /// <exception cref="VocabularyException">The vocabulary would contradict itself; nothing was changed.</exception>
    Task<VocabularyChanged> ChangeAsync(VocabularyChange changes, string by, CancellationToken cancellationToken);

    /// <summary>Returns what was changed, the newest first.</summary>
    /// <param name="most">The most changes to return.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<PastChange>> ReadHistoryAsync(int most, CancellationToken cancellationToken);
}

/// <summary>A change to a vocabulary.</summary>
/// <param name="Takes">Chooses what is taken back of all that is said.</param>
/// <param name="Says">What is said from now on, as typed: see <see cref="VocabularyRules.Read"/>.</param>
public sealed record VocabularyChange(Func<VocabularyStatement, bool> Takes, IReadOnlyList<VocabularyStatement> Says)
{
    /// <summary>Returns the change that only adds.</summary>
    public static VocabularyChange Add(params IReadOnlyList<VocabularyStatement> says) => new(_ => false, says);

    /// <summary>Returns the change that puts these statements in the place of all there are.</summary>
    public static VocabularyChange Replace(IReadOnlyList<VocabularyStatement> says) => new(_ => true, says);

    /// <summary>Returns the change that takes a concept away, and from under it what was a kind of it.</summary>
    public static VocabularyChange Remove(string concept) =>
        new(one => one.Concept == concept || one.Kind == StatementKind.Broader && one.Text == concept, []);
}

/// <summary>What a change came to.</summary>
/// <param name="Vocabulary">The vocabulary after it.</param>
/// <param name="Taken">How many statements are no longer said.</param>
/// <param name="Added">How many are new.</param>
public sealed record VocabularyChanged(Vocabulary Vocabulary, int Taken, int Added);
