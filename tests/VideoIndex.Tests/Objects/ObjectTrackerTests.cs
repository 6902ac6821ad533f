using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Objects.Tracking;

namespace VideoIndex.Tests.Objects;

public sealed class ObjectTrackerTests
{
    [Fact]
    public void A_thing_that_moves_by_more_than_its_size_is_one_track() =>
        Assert.Equal(["0: 0 1 2 3 4"], Tracks(5, look => [Seen(1000 + (look * 700), 900)]));

    [Fact]
    public void Two_things_that_pass_each_other_keep_who_they_are()
    {
        var tracks = ObjectTracker.Of([.. Enumerable.Range(0, 9).Select(look => (IReadOnlyList<SeenObject>)[Seen(1000 + (look * 650), 900), Seen(7400 - (look * 650), 800)])], 0, 9, new TrackOptions());

        Assert.Equal(2, tracks.Count);
        Assert.All(tracks, track => Assert.Single(track.Points.Select(point => point.Seen.Score).Distinct()));
    }

    [Fact]
    public void An_unsure_sighting_carries_a_track_on_but_begins_none()
    {
        Assert.Equal(["0: 0 1 2"], Tracks(3, look => [Seen(1000, look == 1 ? 300 : 900)]));
        Assert.Equal([], Tracks(3, _ => [Seen(1000, 300)]));
    }

    [Theory]
    [InlineData(3, "0: 0 1 5")]
    [InlineData(4, "0: 0 1", "0: 6")]
    public void A_gap_is_closed_while_it_is_short(int unseen, params string[] expected) =>
        Assert.Equal(expected, Tracks(unseen + 3, look => look < 2 || look == unseen + 2 ? [Seen(1000, 900)] : []));

    [Fact]
    public void What_was_seen_once_is_looked_for_at_the_next_look_alone() =>
        Assert.Equal(["0: 0", "0: 2"], Tracks(3, look => look != 1 ? [Seen(1000, 900)] : []));

    [Fact]
    public void A_look_the_detector_failed_at_is_no_gap() =>
        Assert.Equal(["0: 0 9"], Tracks(10, look => look is 0 or 9 ? [Seen(1000, 900)] : null));

    [Fact]
    public void Things_of_two_classes_in_one_place_are_two() =>
        Assert.Equal(["0: 0 1", "1: 0 1"], Tracks(2, _ => [Seen(1000, 900), Seen(1000, 800) with { Label = 1 }]));

    [Fact]
    public void One_thing_of_two_names_is_one_and_of_the_name_it_is_surest_of()
    {
        var (car, truck) = (Seen(1000, 700), Seen(1010, 690) with { Label = 1 });
        IReadOnlyList<SeenObject>[] looks = [[car], [truck], [car, truck], [truck], [truck]];

        Assert.Equal(["1: 0 1 2 3 4"], Tracks(5, look => looks[look], _ => 0));
        Assert.Equal(["0: 0 1", "1: 0 1"], Tracks(2, _ => [Seen(1000, 900), Seen(1600, 800) with { Label = 1 }], _ => 0)); // beside each other
    }

    [Fact]
    public void Nothing_goes_on_beyond_the_shot()
    {
        IReadOnlyList<IReadOnlyList<SeenObject>?> looks = [.. Enumerable.Repeat<IReadOnlyList<SeenObject>>([Seen(1000, 900)], 6)];

        Assert.Equal([0, 1, 2], Assert.Single(ObjectTracker.Of(looks, 0, 3, new TrackOptions())).Points.Select(point => point.Look));
        Assert.Equal([3, 4, 5], Assert.Single(ObjectTracker.Of(looks, 3, 6, new TrackOptions())).Points.Select(point => point.Look));
    }

    [Fact]
    public void An_assignment_is_the_best_of_all()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var likeness = new int[random.Next(1, 5), random.Next(1, 5)];
            foreach (var (row, column) in Pairs(likeness))
            {
                likeness[row, column] = random.Next(3) == 0 ? 0 : random.Next(100);
            }

            var columns = Assignment.Of(likeness);
            Assert.Equal(Best(likeness, 0, []), columns.Select((column, row) => column < 0 ? 0 : likeness[row, column]).Sum());
            Assert.Equal(columns.Where(column => column >= 0).Distinct().Count(), columns.Count(column => column >= 0));
        }
    }

    private static int Best(int[,] likeness, int row, HashSet<int> used) => row == likeness.GetLength(0)
        ? 0
        : Enumerable.Range(0, likeness.GetLength(1)).Where(column => !used.Contains(column))
            .Select(column => likeness[row, column] + Best(likeness, row + 1, [.. used, column]))
            .Append(Best(likeness, row + 1, used)).Max();

    private static IEnumerable<(int Row, int Column)> Pairs(int[,] of) =>
        from row in Enumerable.Range(0, of.GetLength(0)) from column in Enumerable.Range(0, of.GetLength(1)) select (row, column);

    private static SeenObject Seen(int left, int score) => new(0, score, new PictureBox(left, 4000, 600, 1500));

    private static IEnumerable<string> Tracks(int looks, Func<int, IReadOnlyList<SeenObject>?> seen, Func<int, int>? kindOf = null) =>
        ObjectTracker.Of([.. Enumerable.Range(0, looks).Select(seen)], 0, looks, new TrackOptions(), kindOf)
            .Select(track => $"{track.Label}: {string.Join(' ', track.Points.Select(point => point.Look))}");
}
