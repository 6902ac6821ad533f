using VideoIndex.Search;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Tests;

public sealed class ManyMomentsTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_hundred_thousand_utterances_are_saved_and_searched()
    {
        using var library = _folder.Open();
        for (var video = 0; video < 10; video++)
        {
            var lines = Enumerable.Range(0, 10_000).Select(
                at => $"{at}-{at + 1} number {at} of video {video}, {(at % 100 == 0 ? "a goal" : "nothing yet")}").ToArray();
            await library.Catalog.SaveAsync(A.Video($"{video}.mp4").Saying(lines).Tagged("chapter", "5000-9000 Second half"), default);
        }

        Assert.Equal(1000, (await Search(library, "goal")).Count);
        Assert.Equal(400, (await Search(library, "say:goal tag:second")).Count);
        Assert.Single(await Search(library, "\"number 4217 of video 7\""));
        Assert.Equal(5000, (await Search(library, "number")).Count);
    }

    [Fact]
    public void Moment_keys_rise_with_time_and_stay_in_their_videos_range()
    {
        var keys = new MomentKey(7);
        string[] starts = ["-5", "0", "0", "1/3", "1/3", "1001/30", "86400", "99999999999", "99999999999"];

        var given = starts.Select(start => keys.Next(A.Time(start))).ToList();

        Assert.Equal(given.Distinct().Order(), given);
        Assert.All(given, key => Assert.Equal((7, false), (MomentKey.Ordinal(key), MomentKey.IsWhole(key))));
        Assert.All(given, key => Assert.InRange(key, MomentKey.Whole(7), MomentKey.Last(7)));
    }

    [Fact]
    public void Sort_keys_round_towards_the_past()
    {
        Assert.Equal(33_366, FrameRate.Ntsc.StartOf(1).Microseconds());
        Assert.Equal(-1, A.Time("-1/3000000").Microseconds());
        Assert.Equal(long.MaxValue, new MediaTime(new Rational(long.MaxValue, 1)).Microseconds());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IReadOnlyList<Moment>> Search(SqliteLibrary library, string query) =>
        (await library.Moments.SearchAsync(A.Asked(query, 5000), default)).Moments;
}
