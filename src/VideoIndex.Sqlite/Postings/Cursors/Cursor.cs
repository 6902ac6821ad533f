namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the things of a segment that have something, in order, and says how well they do.</summary>
internal abstract class Cursor
{
    /// <summary>The thing after the last.</summary>
    public const int End = int.MaxValue;

    /// <summary>Gets the thing it stands at; -1 before the first, <see cref="End"/> after the last.</summary>
    public int Thing { get; protected set; } = -1;

    /// <summary>Gets about how many things it goes through.</summary>
    public abstract long Cost { get; }

    /// <summary>Goes to the first thing from one on, never back.</summary>
    /// <returns>The thing.</returns>
    public abstract int Seek(int thing);

    /// <summary>Adds all things from the one it stands at to before another, and goes there.</summary>
    /// <param name="things">What they are added to.</param>
    /// <param name="until">The thing before which it ends.</param>
    public virtual void AddThings(List<int> things, int until)
    {
        for (var thing = Seek(Math.Max(Thing, 0)); thing < until; thing = Seek(thing + 1))
        {
            things.Add(thing);
        }
    }

    /// <summary>Returns what the score of the thing it stands at is not above; cheaper than the score, and without knowing its words.</summary>
    public virtual float Quick() => float.PositiveInfinity;

    /// <summary>Returns the score of the thing it stands at.</summary>
    /// <param name="words">How many words that has.</param>
    public abstract float Score(int words);

    /// <summary>Returns what no score is above, of the things from one on.</summary>
    /// <param name="thing">The first; not before one that was given last time.</param>
    /// <param name="until">The last thing that this is said of.</param>
    public abstract float Bound(int thing, out int until);

    /// <summary>Adds the places of the word in the thing it stands at.</summary>
    public abstract void AddPlaces(List<int> places);
}
