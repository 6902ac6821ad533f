using System.Runtime.InteropServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Matching;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos.Recognition;

public sealed class LookMatchesTests
{
    private const int Looks = 60;
    private static readonly LogoSize Size = new(200, 100);

    [Fact]
    public void Each_look_has_the_matches_of_the_tracks_that_run_through_it_where_the_camera_brings_them()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var (evidence, tracks, example) = Made(seed);
            var (matches, before) = (Of(evidence, tracks, example), Array.Empty<FeatureMatch>());
            for (var look = 0; look < Looks; look++)
            {
                var differs = matches.MoveTo(look);
                var here = matches.Matches().ToArray();

                Assert.Equal(Plain(evidence, tracks, example, look), here);
                Assert.True(differs || here.SequenceEqual(before));
                before = here;
            }
        }
    }

    [Fact]
    public void Where_it_is_said_that_no_three_may_agree_none_do()
    {
        var (no, yes) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var (evidence, tracks, example) = Made(seed);
            var matches = Of(evidence, tracks, example);
            for (var look = 0; look < Looks; look++)
            {
                _ = matches.MoveTo(look);
                var agree = ((bool[])[false, true]).Any(inverted => Agree(matches.Matches().Where(match => match.Inverted == inverted)));
                var said = matches.MayAgree(3);

                Assert.True(said || !agree);
                (no, yes) = (no + (said ? 0 : 1), yes + (agree ? 1 : 0));
            }
        }

        Assert.True(no > 100 && yes > 100, $"{no} {yes}");
    }

    [Fact]
    public void While_the_camera_stands_and_the_same_tracks_go_on_nothing_differs()
    {
        var (evidence, tracks, example) = Made(seed: 1);
        var standing = Enumerable.Range(0, Looks).Select(look => LookPose.Start(look)).ToArray();
        var matches = Of(evidence with { Poses = Bytes(standing) }, [tracks[0] with { First = 1, End = 9 }], example);

        var differs = Enumerable.Range(0, 12).Where(matches.MoveTo);

        Assert.Equal([0, 1, 9], differs);
    }

    private static bool Agree(IEnumerable<FeatureMatch> matches)
    {
        ClaimedPose[] claims = [.. matches.Select(match => ClaimedPose.Of(match, Size))];
        int[] all = [.. Enumerable.Range(0, claims.Length)];
        return all.Any(seed => PlainPoses.Agreeing(all, claims, seed, Size.Diagonal).Count >= 3);
    }

    private static IEnumerable<FeatureMatch> Plain(FeatureEvidence evidence, TrackMatch[] tracks, KnownExample example, int look)
    {
        foreach (var track in tracks.Where(track => track.First <= look && look < track.End))
        {
            var motion = evidence.Looks[track.First].To(evidence.Looks[look]);
            var place = motion.At(new Point(track.Seen.X, track.Seen.Y));
            var angle = track.Seen.Angle + (Math.Atan2(motion.C, motion.A) * 180 / Math.PI);
            var seen = new Keypoint((float)place.X, (float)place.Y, (float)(track.Seen.Scale * motion.Scale), (float)angle);
            var known = example.Features[track.Known];
            yield return new FeatureMatch(seen, known.Keypoint, track.Doubt, known.Place, known.Inverted);
        }
    }

    private static LookMatches Of(FeatureEvidence evidence, TrackMatch[] tracks, KnownExample example) => new(evidence, example, [.. example.Features], tracks);

    private static (FeatureEvidence Evidence, TrackMatch[] Tracks, KnownExample Example) Made(int seed)
    {
        var random = new Random(seed);
        var (planted, _) = PlainPoses.Made(Size, seed);
        var example = new KnownExample(Size, [.. planted.Select((match, at) => new KnownFeature(match.Known, default, match.Place, at % 5 == 0))]);
        TrackMatch[] tracks = [.. Enumerable.Range(0, planted.Length)
            .Select(at => (at, First: random.Next(Looks)))
            .OrderBy(one => one.First)
            .Select(one => new TrackMatch(planted[one.at].Seen, one.First, Math.Min(Looks, one.First + random.Next(10, 60)), one.at, planted[one.at].Doubt))];
        List<LookPose> looks = [LookPose.Start(0)];
        while (looks.Count < Looks)
        {
            var stands = random.Next(2) == 0;
            var motion = Affine.Similarity(0.9 + (0.2 * random.NextDouble()), (random.NextDouble() - 0.5) / 5, default, new Point(random.Next(30), random.Next(30)));
            looks.Add(looks[^1].Then(looks.Count, stands ? new Affine(1, 0, 0, 0, 1, 0) : motion));
        }

        return (new FeatureEvidence(1280, 720, Bytes(looks.ToArray()), default, default), tracks, example);
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
