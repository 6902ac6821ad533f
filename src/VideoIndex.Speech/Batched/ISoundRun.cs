using VideoIndex.Speech.Honesty;

namespace VideoIndex.Speech.Batched;

/// <summary>Writes down one sound.</summary>
internal interface ISoundRun
{
    /// <summary>Gets what could not be done, a sentence each.</summary>
    IEnumerable<string> Complaints { get; }

    /// <summary>Hears it from end to end.</summary>
    /// <param name="progress">Is told up to which sample it is heard.</param>
    /// <param name="cancellationToken">Stops it between two tokens.</param>
    /// <returns>What is said, in order of its start.</returns>
    IReadOnlyList<DraftUtterance> Hear(IProgress<long> progress, CancellationToken cancellationToken);
}
