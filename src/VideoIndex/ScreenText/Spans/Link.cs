using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>One stay that may go on as another: the same words, standing in the same place, moved on, or in part replaced.</summary>
/// <param name="From">The earlier.</param>
/// <param name="To">The later.</param>
/// <param name="Pairs">The words that go on.</param>
/// <param name="Shift">How far they moved, the middle one of them.</param>
/// <param name="Stray">How far that is from where they were expected, in ten-thousandths of the picture.</param>
internal sealed record Link(Stay From, Stay To, IReadOnlyList<(StayWord From, StayWord To)> Pairs, (int X, int Y) Shift, int Stray)
{
    // How far words move at most from one look to the next: a quarter of the picture.
    private const int FastestShift = PictureBox.Whole / 4;

    // How much of a line must go on, in percent of the letters of the shorter, and how many letters of one that moved. Two captions, one after
    // the other in one place, share a short word at most; a scoreboard whose clock runs on shares most of it.
    private const int LeastShare = 50, LeastMoving = 4;

    /// <summary>Returns the link; null where there is none.</summary>
    /// <param name="from">A stay that is over.</param>
    /// <param name="to">One that began at most two looks after the other's last.</param>
    public static Link? Of(Stay from, Stay to)
    {
        var looks = to.FirstLook - from.LastLook;
        var expected = (X: from.Motion.X * looks, Y: from.Motion.Y * looks);
        if (from.Words.Count == 0 || to.Words.Count == 0 || !IsNear(from.Box, to.Box, looks))
        {
            return null;
        }

        var beside = Alignment.Of([.. from.Words.Select(word => word.Core)], [.. to.Words.Select(word => word.Core)])
            .Where(pair => pair is { One: >= 0, Other: >= 0 })
            .Select(pair => (From: from.Words[pair.One], To: to.Words[pair.Other]))
            .ToList();
        var alike = beside.Where(pair => WordForm.Alike(pair.From.Core, pair.To.Core) && IsAsLarge(pair.From.Box, pair.To.Box)).ToList();
        if (alike.Count == 0)
        {
            return null;
        }

        var shift = (X: Middle(alike.Select(pair => Across(pair.To.Box) - Across(pair.From.Box))), Y: Middle(alike.Select(pair => Down(pair.To.Box) - Down(pair.From.Box))));
        var moved = alike.Where(pair => Fits(pair.From, pair.To, shift)).ToList();
        var letters = moved.Sum(pair => pair.From.Core.Length);
        var stands = moved.Count > 0 && Fits(moved[0].From, moved[0].To, (0, 0));
        var stray = Math.Abs(shift.X - expected.X) + Math.Abs(shift.Y - expected.Y);
        return letters * 100 >= LeastShare * Math.Min(from.Letters, to.Letters) && (stands || letters >= LeastMoving)
            ? new Link(from, to, [.. moved, .. beside.Except(alike).Where(pair => IsDoubtful(pair.From, pair.To) && Fits(pair.From, pair.To, shift))], shift, stands ? 0 : stray)
            : null;
    }

    // One of them is read so badly that it may be the other.
    private static bool IsDoubtful(StayWord from, StayWord to) => from.IsDoubtful || to.IsDoubtful;

    private static bool IsNear(PictureBox from, PictureBox to, int looks) =>
        Gap(from.Left, from.Width, to.Left, to.Width) <= FastestShift * looks && Gap(from.Top, from.Height, to.Top, to.Height) <= FastestShift * looks;

    private static int Gap(int from, int length, int to, int otherLength) => Math.Max(0, Math.Max(to - from - length, from - to - otherLength));

    private static bool IsAsLarge(PictureBox one, PictureBox other) => 3 * one.Height >= 2 * other.Height && 3 * other.Height >= 2 * one.Height;

    // Within two letters' width, and half their height.
    private static bool Fits(StayWord from, StayWord to, (int X, int Y) shift) =>
        Math.Abs(Across(to.Box) - Across(from.Box) - shift.X) * from.Core.Length <= 2 * Math.Max(from.Box.Width, to.Box.Width)
        && Math.Abs(Down(to.Box) - Down(from.Box) - shift.Y) * 2 <= Math.Max(from.Box.Height, to.Box.Height);

    private static int Across(PictureBox box) => box.Left + (box.Width / 2);

    private static int Down(PictureBox box) => box.Top + (box.Height / 2);

    private static int Middle(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }
}
