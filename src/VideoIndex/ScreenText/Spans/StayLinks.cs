using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>Follows words from stay to stay.</summary>
internal static class StayLinks
{
    // A word that is not read any more, though nothing else is where it stood, is taken to be there still for this many stays,
    // and to have been there before it was first read for as many.
    private const int MostUnread = 4;

    // One look may miss a line.
    private const int MostLooks = 2;

    /// <summary>Ties the words together.</summary>
    /// <param name="stays">All stays, in the order they begin.</param>
    public static void Follow(IReadOnlyList<Stay> stays)
    {
        var ended = stays.Where(stay => stay.Words.Count > 0).ToLookup(stay => stay.LastLook);
        foreach (var begun in stays.GroupBy(stay => stay.FirstLook))
        {
            var over = Enumerable.Range(1, MostLooks).SelectMany(back => ended[begun.Key - back]).ToList();
            var links = begun.SelectMany(to => over.Select(from => Link.Of(from, to))).OfType<Link>();
            foreach (var link in links.OrderBy(link => link.Stray).ThenBy(link => link.To.FirstLook - link.From.LastLook))
            {
                Tie(link);
            }
        }
    }

    private static void Tie(Link link)
    {
        var free = link.Pairs.Where(pair => pair.From.After is null && pair.To.Before is null).ToList();
        if (free.Count == 0)
        {
            return;
        }

        free.ForEach(pair => pair.From.GoesOnAs(pair.To));
        var looks = link.To.FirstLook - link.From.LastLook;
        link.To.Before ??= link.From;
        link.To.Motion = (link.Shift.X / looks, link.Shift.Y / looks);
        foreach (var word in link.From.Words.Where(word => word.After is null && word.Unread < MostUnread).ToList())
        {
            if (Supply(word, link.To, link.Shift) is { } supplied)
            {
                word.GoesOnAs(supplied);
            }
        }

        foreach (var word in link.To.Words.Where(word => word.Before is null).ToList())
        {
            Precede(word);
        }
    }

    // The word was there already where nothing else was in its place.
    private static void Precede(StayWord first)
    {
        for (var unread = 0; unread < MostUnread && first.Stay.Before is { } before; unread++)
        {
            var shift = (-first.Stay.Motion.X * (first.Stay.FirstLook - before.LastLook), -first.Stay.Motion.Y * (first.Stay.FirstLook - before.LastLook));
            if (Supply(first, before, shift) is not { } supplied)
            {
                return;
            }

            supplied.GoesOnAs(first);
            first = supplied;
        }
    }

    // Null where the line does not reach as far, or another word is there.
    private static StayWord? Supply(StayWord word, Stay stay, (int X, int Y) shift)
    {
        var box = word.Box with { Left = word.Box.Left + shift.X, Top = word.Box.Top + shift.Y };
        return Covers(stay.Box, box) && !stay.Words.Exists(other => InTheWay(other.Box, box)) ? stay.Supply(box, word.Core) : null;
    }

    private static bool Covers(PictureBox line, PictureBox word)
    {
        var (x, y) = (word.Left + (word.Width / 2), word.Top + (word.Height / 2));
        return line.Left <= x && x <= line.Left + line.Width && line.Top <= y && y <= line.Top + line.Height;
    }

    // Half of the narrower is on the other.
    private static bool InTheWay(PictureBox one, PictureBox other) =>
        2 * (Math.Min(one.Left + one.Width, other.Left + other.Width) - Math.Max(one.Left, other.Left)) >= Math.Min(one.Width, other.Width);
}
