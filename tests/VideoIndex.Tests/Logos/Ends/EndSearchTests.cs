using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Logos.Ends;

public sealed class EndSearchTests
{
    private const int Stride = 10, Frames = 200; // 20 frames a second, two looks a second

    private static readonly FrameEvidence Evidence = new(
        new Rational(1, 20), default, [.. Enumerable.Range(0, Frames).Select(frame => (long)frame)], [], new MediaTime(new Rational(Frames, 20)));

    private static readonly LookPose[] Looks = [.. Enumerable.Range(0, Frames / Stride).Select(look => LookPose.Start(look * Stride))];

    [Fact]
    public void Both_ends_of_an_appearance_are_found_to_the_frame()
    {
        var (start, end) = Plan([Span(0, Frames)]).Of(Appearance(from: 4, to: 6));

        var exact = ExactEnds.Of(Appearance(4, 6), Search(start, 33, 67).Found, Search(end, 33, 67).Found, Evidence);

        Assert.Equal("[33/20 s, 17/5 s)", exact.Span.ToString());
        Assert.Equal((0, 0), (exact.Start.Duration.Seconds.Numerator, exact.End.Duration.Seconds.Numerator));
    }

    [Fact]
    public void A_mark_that_stays_though_no_look_recognised_it_goes_on_up_to_the_cut()
    {
        var (start, end) = Plan([Span(0, 20), Span(20, 120), Span(120, Frames)]).Of(Appearance(from: 6, to: 7));

        Assert.Equal((20, 119), (Search(start, 0, Frames).Found!.Frame, Search(end, 0, Frames).Found!.Frame));
    }

    [Fact]
    public void In_a_dissolve_between_two_shots_the_end_is_its_middle_and_its_frames_are_not_looked_at()
    {
        var dissolve = new Transition(TransitionKind.Dissolve, Span(110, 130), Time(120));
        var (_, end) = Plan([Span(0, 120), Span(120, Frames)], dissolve).Of(Appearance(from: 6, to: 9));
        var looked = new List<int>();

        var search = Search(end, 0, Frames, looked);

        Assert.Equal(119, search.Found!.Frame);
        Assert.Equal(109, looked.Max());
    }

    [Fact]
    public void How_far_beyond_a_sure_look_it_goes_is_bounded()
    {
        var rule = EndRule.Default with { Reach = 3 };
        var (_, end) = new EndPlan(Looks, Evidence, [Span(0, Frames)], [], rule).Of(Appearance(from: 6, to: 7));

        Assert.Equal(100, Search(end, 0, Frames).Found!.Frame);
    }

    [Fact]
    public void A_missing_frame_leaves_an_end_as_it_was()
    {
        var (_, end) = Plan([Span(0, Frames)]).Of(Appearance(from: 4, to: 6));
        var search = new EndSearch(end, EndRule.Default);
        search.Take(60, DrawnMark.Frame(100));

        search.Look();

        Assert.True(search.IsDone && search.LacksFrames && search.Found is null);
        Assert.Equal("[3 s, 7/2 s)", ExactEnds.Of(Appearance(4, 6), null, search.Found, Evidence).End.ToString());
    }

    [Fact]
    public void What_several_ends_want_is_read_once()
    {
        var (_, one) = Plan([Span(0, Frames)]).Of(Appearance(from: 4, to: 6));
        var (_, other) = Plan([Span(0, Frames)]).Of(Appearance(from: 5, to: 6));
        var (_, far) = Plan([Span(0, Frames)]).Of(Appearance(from: 16, to: 16));

        Assert.Equal([(40, 70), (160, 170)], EndRuns.Of([new(one, EndRule.Default), new(other, EndRule.Default), new(far, EndRule.Default)], Evidence));
    }

    [Fact]
    public void Ends_are_unpacked_as_they_were_packed_and_known_by_all_that_says_how_they_are_looked_for()
    {
        var (start, end) = Plan([Span(0, Frames)]).Of(Appearance(from: 4, to: 6));
        var kept = new Dictionary<UInt128, FoundEnd?> { [EndPacking.KeyOf(start)] = new FoundEnd(33, DrawnMark.Place(99.5)), [EndPacking.KeyOf(end)] = null };

        Assert.Equal(kept.OrderBy(one => one.Key), EndPacking.Unpack(EndPacking.Pack(kept)).OrderBy(one => one.Key));
        Assert.Equal(
            5, new[] { end, end with { Bound = 150 }, end with { Stride = 9 }, end with { Step = new Point(1, 0) }, end with { Best = end.Best with { Look = 5 } } }.Select(EndPacking.KeyOf).Distinct().Count());
    }

    private static EndSearch Search(OpenEnd end, int first, int last, List<int>? looked = null)
    {
        var search = new EndSearch(end, EndRule.Default);
        while (!search.IsDone)
        {
            foreach (var frame in search.Wanted.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).ToList())
            {
                looked?.Add(frame);
                search.Take(frame, DrawnMark.Frame(frame >= first && frame <= last ? 100 : 500));
            }

            search.Look();
        }

        return search;
    }

    private static EndPlan Plan(IReadOnlyList<MediaSpan> shots, params Transition[] transitions) => new(Looks, Evidence, shots, transitions, EndRule.Default);

    // The first look sees it best.
    private static LogoAppearance Appearance(int from, int to)
    {
        var (start, end) = (Span((from - 1) * Stride, from * Stride), Span(to * Stride, (to + 1) * Stride));
        return new LogoAppearance(
            new MediaSpan(start.Start, end.End), start, end,
            [.. Enumerable.Range(from, to - from + 1).Select(look => new TimedSighting(Time(look * Stride), new LogoSighting(look, DrawnMark.Place(100), 60 - look, 20, 1, false)))],
            to - from + 1);
    }

    private static MediaTime Time(int frame) => new(new Rational(frame, 20));

    private static MediaSpan Span(int first, int until) => new(Time(first), Time(until));
}
