using Microsoft.Data.Sqlite;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Sqlite.Search;

/// <summary>Finds things by their words and by when they are. It may give too much and never too little: the core's evaluator decides.</summary>
/// <remarks>All of it happens inside the transaction that is open on the connection. Things are named by their moment keys; shots and scenes are not in it.</remarks>
internal interface ISpanIndex
{
    /// <summary>Puts the things of a video in the place of those it had.</summary>
    /// <param name="connection">The connection, a writing transaction open.</param>
    /// <param name="video">The video's ordinal.</param>
    /// <param name="things">The things, each with its moment key, in rising order of it.</param>
    void Replace(SqliteConnection connection, long video, IReadOnlyList<(long Key, SearchableSpan Thing)> things);

    /// <summary>Takes the things of a video out.</summary>
    void Remove(SqliteConnection connection, long video);

    /// <summary>Puts the things of all videos in the place of all there are.</summary>
    /// <param name="connection">The connection, a writing transaction open.</param>
    /// <param name="videos">The videos, by rising ordinal, each with its things as in <see cref="Replace"/>.</param>
    void Rebuild(SqliteConnection connection, IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos);

    /// <summary>Takes every word of what was removed or replaced off the pages: until then it may be on the disk, though it is not found.</summary>
    void Purge(SqliteConnection connection);

    /// <summary>Compares what is kept with what should be, and says what is wrong, a sentence each; nothing where all is right.</summary>
    IEnumerable<string> Check(SqliteConnection connection, IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos);

    /// <summary>Returns the videos that may have an answer to the clause, in rising order, after one.</summary>
    IEnumerable<long> Videos(SqliteConnection connection, Clause clause, long after);

    /// <summary>Returns the keys of the things of a video that may answer a term, in rising order.</summary>
    IReadOnlyList<long> Candidates(SqliteConnection connection, long video, TermClause term);

    /// <summary>Returns the keys of the things of all videos that may answer a term, in rising order: what <see cref="Candidates(SqliteConnection, long, TermClause)"/> gives of one video after another, in one go.</summary>
    IReadOnlyList<long> Candidates(SqliteConnection connection, TermClause term);

    /// <summary>Returns the best things that have the words of a term, best first, the earlier first where two are as good: their keys and scores (BM25, k1 1.2, b 0.75; more is better).</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="term">The term, without conditions.</param>
    /// <param name="evidence">What the things must keep to.</param>
    /// <param name="most">The most wanted.</param>
    /// <param name="relevance">How much each pattern of the term says; null to weigh each word by how common it is now.</param>
    IReadOnlyList<(long Key, float Score)> Best(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, int most, Relevance? relevance = null);

    /// <summary>Returns the first things in order of key that have the words of a term, after one.</summary>
    IReadOnlyList<long> First(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, long after, int most);

    /// <summary>Returns the things of the left term that may stand in a relation in time with one of the right term, each with one such, in order of the left key.</summary>
    /// <remarks>Times are rounded outwards to milliseconds, and what answers may be a part of a thing (see <see cref="Found"/>), so some may not; none that does is missing.</remarks>
    /// <param name="connection">The connection.</param>
    /// <param name="clause">The relation; both sides terms without conditions.</param>
    /// <param name="evidence">What the things must keep to.</param>
    IReadOnlyList<(long Left, long Right)> Joined(SqliteConnection connection, TimeClause clause, IReadOnlyList<EvidenceTest> evidence);

    /// <summary>Returns how many things have the words of a term, by video.</summary>
    IReadOnlyList<(long Video, int Things)> Counts(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence);

    /// <summary>Returns how many things there are, how many words they have in the mean, and how many have what each pattern asks for.</summary>
    WordCounts Common(SqliteConnection connection, IReadOnlyList<WordPattern> patterns);

    /// <summary>Returns how the things that have the words of a term are spread over videos and over what they are alike in.</summary>
    IReadOnlyList<Spread> Over(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence);

    /// <summary>Returns every word that things are found by, in no order, each with how many things have it; words of things that were replaced since may be among them.</summary>
    IEnumerable<(string Word, long Things)> Words(SqliteConnection connection);
}

/// <summary>Things of one video that have the words of a term and are alike.</summary>
/// <param name="Video">The video's ordinal.</param>
/// <param name="Alike">One like them: its field, author, language, speaker and status are theirs.</param>
/// <param name="Once">How many of them answer once.</param>
/// <param name="Perhaps">The keys of those that may answer several times or not at all: words with times of their own that are there twice, words across a border.</param>
/// <param name="Keys">The keys of all of them, where they are logos or objects; else none.</param>
internal sealed record Spread(long Video, SearchableSpan Alike, int Once, IReadOnlyList<long> Perhaps, IReadOnlyList<long> Keys);
