using VideoIndex.Timing;

namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>A place where prints of two videos agree: about from when in the one, and how much later that is in the other.</summary>
/// <param name="Here">The first tick of the stretch in the video asked about, eight seconds long or less.</param>
/// <param name="Offset">How many ticks later the same is in the other video.</param>
/// <param name="Mirrored">Whether the other is mirrored.</param>
/// <param name="Votes">How many prints agree.</param>
internal readonly record struct Seed(int Here, int Offset, bool Mirrored, int Votes);

/// <summary>Finds where prints of another video agree with those of a table in the order of time.</summary>
/// <remarks>Each pair of close prints votes for one difference in time, as in a Hough transform; votes that agree are a seed.</remarks>
internal sealed class Seeds(PrintTable table, int firstTick)
{
    // The stretches, in prints; and how far apart in prints the votes of a seed may lie.
    private const int Stretch = 32, Together = 4;

    // A word that this many prints of the video share says nothing of when.
    private const int MostTogether = 48;

    private readonly Dictionary<(int Stretch, int Offset, bool Mirrored), (int Votes, int Last)> _cells = [];

    /// <summary>Returns the best seeds, most votes first.</summary>
    /// <param name="prints">The other video's prints.</param>
    /// <param name="leastVotes">How many prints must agree.</param>
    /// <param name="most">How many seeds to return.</param>
    /// <param name="allowed">Whether a print of the table, and one of the other video, may vote for each other.</param>
    public IReadOnlyList<Seed> In(PicturePrints prints, int leastVotes, int most, Func<int, int, bool> allowed)
    {
        _cells.Clear();
        for (var there = 0; there < prints.Count; there++)
        {
            var (tick, at) = ((prints.First + there) * Reel.HopTicks, there);
            table.Find(prints[there], MostTogether, (here, mirrored) =>
            {
                if (allowed(firstTick + here * Reel.HopTicks, tick))
                {
                    Vote(here, at, mirrored);
                }
            });
        }

        var shift = prints.First * Reel.HopTicks - firstTick;
        return
        [
            .. _cells.Where(cell => cell.Value.Votes >= leastVotes)
                .OrderByDescending(cell => cell.Value.Votes).ThenBy(cell => cell.Key.Stretch).ThenBy(cell => cell.Key.Offset).ThenBy(cell => cell.Key.Mirrored)
                .Take(most)
                .Select(cell => new Seed(
                    firstTick + cell.Key.Stretch * (Stretch / 2) * Reel.HopTicks,
                    shift + (cell.Key.Offset * (Together / 2) + Together / 2) * Reel.HopTicks,
                    cell.Key.Mirrored,
                    cell.Value.Votes)),
        ];
    }

    // Stretches and offsets overlap by half, so that no agreement is parted between two.
    private void Vote(int here, int there, bool mirrored)
    {
        var (stretch, offset) = (here / (Stretch / 2), FloorDivide(there - here, Together / 2));
        for (var early = 0; early < 2; early++)
        {
            for (var near = 0; near < 2; near++)
            {
                var key = (stretch - early, offset - near, mirrored);
                var cell = _cells.GetValueOrDefault(key, (Votes: 0, Last: -1));
                if (stretch >= early && cell.Last != here)
                {
                    _cells[key] = (cell.Votes + 1, here);
                }
            }
        }
    }

    private static int FloorDivide(int value, int by) => (int)new Rational(value, by).Floor();
}
