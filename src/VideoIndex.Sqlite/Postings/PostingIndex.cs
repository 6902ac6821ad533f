using Microsoft.Data.Sqlite;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Asking;
using VideoIndex.Sqlite.Postings.Building;
using VideoIndex.Sqlite.Postings.Counting;
using VideoIndex.Sqlite.Postings.Merging;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings;

/// <summary>The words of all things, in lists of our own, kept in the library's file and changed in the transactions that change what they are of.</summary>
/// <remarks>One for each open file: it keeps what it read last, up to 256 MB, and what is always in memory of each segment, some 25 bytes for each 128 things.</remarks>
internal sealed class PostingIndex : ISpanIndex
{
    private const long MostBytes = 256L << 20;
    private const int MostStates = 16; // those of several files, and of writers beside those of readers

    private readonly PageCache _cache = new(MostBytes);
    private readonly Lock _changing = new();
    private Snapshot[] _states = [];

    /// <inheritdoc/>
    public void Replace(SqliteConnection connection, long video, IReadOnlyList<(long Key, SearchableSpan Thing)> things)
    {
        TakeOut(connection, video);
        var gathered = new Gathering(one => SegmentTable.Class(connection, one));
        gathered.Add(video, things);
        Store(connection, gathered);
        new Merges(connection, _cache, () => State(connection)).Advance(Merges.Due(gathered.Postings.Length));
    }

    /// <inheritdoc/>
    public void Remove(SqliteConnection connection, long video)
    {
        if (TakeOut(connection, video))
        {
            SegmentTable.Change(connection);
        }
    }

    /// <inheritdoc/>
    public void Rebuild(SqliteConnection connection, IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos) =>
        new Rebuilding(connection, () => State(connection), Store).Run(videos);

    /// <inheritdoc/>
    public void Purge(SqliteConnection connection) => new Merges(connection, _cache, () => State(connection)).Purge();

    /// <inheritdoc/>
    public IEnumerable<string> Check(SqliteConnection connection, IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> videos) =>
        new Checking(connection, State(connection)).Differences(videos);

    /// <inheritdoc/>
    public IEnumerable<long> Videos(SqliteConnection connection, Clause clause, long after)
    {
        var state = State(connection);
        var videos = new ClauseVideos((term, from) => new ThingsInOrder(new TermSearch(new IndexView(connection, _cache, state), term, evidence: null, isScored: false), MomentKey.Whole(from)).Videos());
        return videos.Of(clause, after + 1)
            ?? connection.Rows("SELECT ordinal FROM video WHERE ordinal > $after ORDER BY ordinal", row => row.GetInt64(0), ("$after", after));
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Candidates(SqliteConnection connection, long video, TermClause term)
    {
        var state = State(connection);
        if (state.Find(video) is not var (live, place) || new TermSearch(new IndexView(connection, _cache, state), term, evidence: null, isScored: false).In(live) is not { } search)
        {
            return [];
        }

        var keys = new List<long>();
        var end = live.Segment.FirstThing[place + 1];
        for (var thing = search.Cursor.Seek(live.Segment.FirstThing[place]); thing < end; thing = search.Cursor.Seek(thing + 1))
        {
            keys.Add(search.Things.Key(thing));
        }

        return keys;
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Candidates(SqliteConnection connection, TermClause term) =>
        [.. new ThingsInOrder(new TermSearch(View(connection), term, evidence: null, isScored: false), 0).All().Select(one => one.In.Things.Key(one.Thing))];

    /// <inheritdoc/>
    public IReadOnlyList<(long Key, float Score)> Best(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, int most, Relevance? relevance = null) =>
        new BestThings(most).Of(new TermSearch(View(connection), term, evidence, isScored: true, relevance));

    /// <inheritdoc/>
    public IReadOnlyList<long> First(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, long after, int most) =>
        [.. new ThingsInOrder(new TermSearch(View(connection), term, evidence, isScored: false), after + 1).All().Take(most).Select(one => one.In.Things.Key(one.Thing))];

    /// <inheritdoc/>
    public IReadOnlyList<(long Left, long Right)> Joined(SqliteConnection connection, TimeClause clause, IReadOnlyList<EvidenceTest> evidence)
    {
        if (clause is not { Left: TermClause left, Right: TermClause right })
        {
            throw new ArgumentException("Only terms are joined.", nameof(clause));
        }

        var state = State(connection);
        var (lefts, rights) = (Search(left), Search(right));
        var pairs = new List<(long Left, long Right)>();
        foreach (var live in state.Segments)
        {
            if (lefts.In(live) is { } one && rights.In(live) is { } other)
            {
                Join(clause, one, other, pairs);
            }
        }

        if (!IsSorted(pairs))
        {
            pairs.Sort((one, other) => one.Left.CompareTo(other.Left)); // segments whose videos lie between each other's
        }

        return pairs;

        TermSearch Search(TermClause term) => new(new IndexView(connection, _cache, state), term, evidence, isScored: false);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(long Video, int Things)> Counts(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence) =>
        ThingCounts.ByVideo(new TermSearch(View(connection), term, evidence, isScored: false));

    /// <inheritdoc/>
    public IReadOnlyList<Spread> Over(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence) =>
        ThingSpread.Of(new TermSearch(View(connection), term, evidence, isScored: false), isWhole: term.Wordings.Count != 1);

    /// <inheritdoc/>
    public WordCounts Common(SqliteConnection connection, IReadOnlyList<WordPattern> patterns) => new WordList(connection, _cache, State(connection)).Common(patterns);

    /// <inheritdoc/>
    public IEnumerable<(string Word, long Things)> Words(SqliteConnection connection) => new WordList(connection, _cache, State(connection)).All();

    private static void Join(TimeClause clause, SegmentSearch left, SegmentSearch right, List<(long Left, long Right)> pairs)
    {
        var isLeftRare = left.Cursor.Cost <= right.Cursor.Cost;
        using var rare = TimedThings.Of(isLeftRare ? left : right);
        using var other = rare.InItsVideos(isLeftRare ? right : left);
        TimeJoin.Of(clause).Add(isLeftRare ? rare.All : other.All, isLeftRare ? other.All : rare.All, pairs);
    }

    private static bool IsSorted(List<(long Left, long Right)> pairs)
    {
        for (var at = 1; at < pairs.Count; at++)
        {
            if (pairs[at].Left < pairs[at - 1].Left)
            {
                return false;
            }
        }

        return true;
    }

    private void Store(SqliteConnection connection, Gathering gathered)
    {
        if (gathered.Videos.Count > 0)
        {
            var segment = SegmentTable.NewNumber(connection);
            SegmentTable.Insert(connection, segment, new SegmentBuilder(connection, segment).Write(gathered));
        }

        SegmentTable.Change(connection);
    }

    // A segment that nothing is alive in goes at once, unless it is being merged.
    private bool TakeOut(SqliteConnection connection, long video)
    {
        if (State(connection).Find(video) is not var (live, place))
        {
            return false;
        }

        var isLast = live.Alive == live.Segment.FirstThing[place + 1] - live.Segment.FirstThing[place];
        if (isLast && MergeState.ReadAll(connection).TrueForAll(merge => !merge.Inputs.Contains(live.Segment.Number)))
        {
            SegmentTable.Delete(connection, live.Segment.Number);
        }
        else
        {
            SegmentTable.Kill(connection, live.Segment.Number, video);
        }

        SegmentTable.Change(connection);
        return true;
    }

    private IndexView View(SqliteConnection connection) => new(connection, _cache, State(connection));

    private Snapshot State(SqliteConnection connection)
    {
        var stamp = SegmentTable.Stamp(connection);
        var known = Volatile.Read(ref _states);
        if (Array.Find(known, state => state.Stamp == stamp) is { } same)
        {
            return same;
        }

        var read = SegmentTable.Read(connection, stamp, known);
        lock (_changing)
        {
            Volatile.Write(ref _states, [read, .. _states.Take(MostStates - 1)]);
        }

        return read;
    }
}
