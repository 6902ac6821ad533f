using VideoIndex.Shots;
using VideoIndex.Similar;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Similar;

/// <summary>What every keeper of vectors must do. A store's tests derive from it and supply the store.</summary>
public abstract class VectorStoreContract
{
    private static readonly VectorSource Evidence = new(VectorKind.PictureEvidence, "shot-descriptor", "1");
    private static readonly VectorSource Picture = new(VectorKind.PictureEmbedding, "two-towers", "1-abc");
    private static readonly VectorSource Text = new(VectorKind.TextEmbedding, "two-towers", "1-abc");

    protected abstract ICatalog Catalog { get; }

    protected abstract IVectorStore Vectors { get; }

    [Fact]
    public async Task Vectors_come_back_exactly_in_the_order_of_ids()
    {
        foreach (var path in (string[])["b.mp4", "a.mp4"])
        {
            await Catalog.SaveAsync(A.Video(path).Shots("0", "1001/30000", "7"), default);
            Assert.True(await Vectors.ReplaceVectorsAsync(OfShots(path, Picture, "0-1001/30000", "1001/30000-7", "7-600"), default));
        }

        var all = await Vectors.ReadVectorsAsync(Picture, default);

        Assert.Equal([.. all.Select(one => one.Video).Order()], all.Select(one => one.Video));
        Assert.Equal(Told(OfShots("a.mp4", Picture, "0-1001/30000", "1001/30000-7", "7-600")), Told(all.Single(one => one.Video == A.Id("a.mp4"))));
    }

    [Fact]
    public async Task Those_of_another_maker_or_version_are_not_among_them_and_give_way()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Shots("0"), default);
        await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", Picture, "0-600"), default);
        var newer = Picture with { Version = "2" };

        Assert.Empty(await Vectors.ReadVectorsAsync(newer, default));
        Assert.Equal([A.Id("a.mp4")], await Vectors.WithoutVectorsAsync(newer, default));
        Assert.Empty(await Vectors.WithoutVectorsAsync(Picture, default));

        await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", newer, "0-600"), default);
        Assert.Empty(await Vectors.ReadVectorsAsync(Picture, default));
        Assert.Single(await Vectors.ReadVectorsAsync(newer, default));
    }

    [Fact]
    public async Task Saved_with_their_video_they_are_there_at_once_and_go_with_it()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Shots("0", "5") with { Vectors = OfShots("a.mp4", Evidence, "0-5", "5-600") }, default);
        Assert.Equal(Told(OfShots("a.mp4", Evidence, "0-5", "5-600")), Told(Assert.Single(await Vectors.ReadVectorsAsync(Evidence, default))));

        await Catalog.RemoveAsync(A.Id("a.mp4"), default);
        Assert.Empty(await Vectors.ReadVectorsAsync(Evidence, default));
    }

    [Fact]
    public async Task A_new_decision_on_the_shots_takes_the_vectors_of_their_pictures_and_brings_its_own()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Shots("0", "5").Saying("0-4 what a goal"), default);
        await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", Evidence, "0-5", "5-600"), default);
        await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", Picture, "0-5", "5-600"), default);
        await Vectors.ReplaceVectorsAsync(Said("a.mp4", "0-4"), default);

        await Catalog.ReplaceStructureAsync(A.Id("a.mp4"), A.Structure([new ShotRecord(new Shot(1, A.Span("0-600")), A.Time("0"), null)]) with { Vectors = OfShots("a.mp4", Evidence, "0-600") }, default);

        Assert.Equal(1, Assert.Single(await Vectors.ReadVectorsAsync(Evidence, default)).Moments.Count);
        Assert.Empty(await Vectors.ReadVectorsAsync(Picture, default));
        Assert.Single(await Vectors.ReadVectorsAsync(Text, default));
    }

    [Fact]
    public async Task What_is_heard_anew_takes_the_vectors_of_what_was_said()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Shots("0").Saying("0-4 what a goal"), default);
        await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", Picture, "0-600"), default);
        await Vectors.ReplaceVectorsAsync(Said("a.mp4", "0-4"), default);

        await Catalog.ReplaceTranscriptAsync(A.Id("a.mp4"), A.Heard("whisper", 1, "10 and another"), default);

        Assert.Empty(await Vectors.ReadVectorsAsync(Text, default));
        Assert.Equal([A.Id("a.mp4")], await Vectors.WithoutVectorsAsync(Text, default));
        Assert.Single(await Vectors.ReadVectorsAsync(Picture, default));
    }

    [Fact]
    public async Task Vectors_of_what_is_no_shot_or_utterance_any_more_are_not_kept()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Shots("0", "5").Saying("0-4 what a goal"), default);

        Assert.False(await Vectors.ReplaceVectorsAsync(OfShots("a.mp4", Picture, "0-6", "6-600"), default));
        Assert.False(await Vectors.ReplaceVectorsAsync(Said("a.mp4", "0-5"), default));
        Assert.False(await Vectors.ReplaceVectorsAsync(OfShots("gone.mp4", Picture), default));
        Assert.Empty(await Vectors.ReadVectorsAsync(Picture, default));
    }

    [Fact]
    public async Task A_video_with_nothing_to_make_any_of_is_not_asked_for()
    {
        await Catalog.SaveAsync(A.Video("sound.mp4"), default);
        await Catalog.SaveAsync(A.Video("dark.mp4").Shots("0"), default);
        await Vectors.ReplaceVectorsAsync(OfShots("dark.mp4", Picture), default);

        Assert.Empty(await Vectors.WithoutVectorsAsync(Picture, default));
        Assert.Empty(await Vectors.WithoutVectorsAsync(Text, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_done_in_whatever_order_the_store_agrees_with_a_plain_one(int seed)
    {
        var random = new Random(seed);
        var plain = new Dictionary<(string Path, VectorKind Kind), VideoVectors>();
        var shots = new Dictionary<string, string[]>();
        for (var step = 0; step < 120; step++)
        {
            var path = $"{random.Next(4)}.mp4";
            var source = random.Next(2) == 0 ? Evidence : Picture with { Version = $"{random.Next(2)}" };
            switch (random.Next(5))
            {
                case 0:
                    shots[path] = AnyShots(random);
                    await Catalog.SaveAsync(A.Video(path).Shots([.. shots[path].Select(span => span.Split('-')[0])]), default);
                    Forget(path);
                    break;
                case 1 when shots.Remove(path):
                    await Catalog.RemoveAsync(A.Id(path), default);
                    Forget(path);
                    break;
                case 2 when shots.ContainsKey(path):
                    shots[path] = AnyShots(random);
                    await Catalog.ReplaceStructureAsync(A.Id(path), A.Structure([.. shots[path].Select((span, at) => new ShotRecord(new Shot(at + 1, A.Span(span)), A.Span(span).Start, null))]), default);
                    Forget(path);
                    break;
                default:
                    var vectors = OfShots(path, source, random.Next(3) == 0 ? AnyShots(random) : shots.GetValueOrDefault(path, []));
                    var fits = shots.TryGetValue(path, out var now) && vectors.Moments.All(moment => now.Select(A.Span).Contains(moment.Span));
                    Assert.Equal(fits, await Vectors.ReplaceVectorsAsync(vectors, default));
                    if (fits)
                    {
                        plain[(path, source.Kind)] = vectors;
                    }

                    break;
            }

            var wanted = plain.Values.Where(kept => kept.Source == source).OrderBy(kept => kept.Video).Select(Told);
            Assert.Equal(wanted, (await Vectors.ReadVectorsAsync(source, default)).Select(Told));
            var without = shots.Keys.Where(known => shots[known] is not [] && plain.GetValueOrDefault((known, source.Kind))?.Source != source).Select(known => A.Id(known)).Order();
            Assert.Equal(without, await Vectors.WithoutVectorsAsync(source, default));
        }

        void Forget(string path)
        {
            plain.Remove((path, VectorKind.PictureEvidence));
            plain.Remove((path, VectorKind.PictureEmbedding));
        }
    }

    private static string[] AnyShots(Random random)
    {
        var starts = Enumerable.Range(0, random.Next(1, 4)).Select(at => at * (7 + random.Next(2))).ToList();
        return [.. starts.Zip([.. starts.Skip(1).Select(start => $"{start}"), "600"], (start, end) => $"{start}-{end}")];
    }

    private static VideoVectors OfShots(string path, VectorSource source, params string[] spans) => VideoVectors.Of(
        A.Id(path), source, [.. spans.Select((span, at) => (new VectorMoment(A.Span(span), A.Span(span).Start), new float[] { 1, at, -0.25f * at }))]);

    private static VideoVectors Said(string path, params string[] spans) => OfShots(path, Text, spans);

    private static string Told(VideoVectors vectors) =>
        $"{vectors.Video} {vectors.Source} {vectors.Dimensions} {string.Join(' ', vectors.Moments.Select(moment => $"{moment.Span.Start.Seconds}-{moment.Span.End.Seconds}@{moment.At.Seconds}"))} {Convert.ToHexString(vectors.Coded.Span)}";
}
