namespace VideoIndex.Timing;

/// <summary>A point on a video's own timeline, exact. Zero is where a player's clock starts.</summary>
public readonly record struct MediaTime(Rational Seconds) : IComparable<MediaTime>
{
    /// <summary>Creates the point a decoder reports as a presentation timestamp in units of a time base.</summary>
    public static MediaTime FromTimestamp(long timestamp, Rational timeBase) => new(new Rational(timestamp, 1) * timeBase);

    /// <inheritdoc/>
    public int CompareTo(MediaTime other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Returns the length from one point to another.</summary>
    public static MediaDuration operator -(MediaTime end, MediaTime start) => new(end.Seconds - start.Seconds);

    /// <summary>Moves a point earlier.</summary>
    public static MediaTime operator -(MediaTime time, MediaDuration length) => new(time.Seconds - length.Seconds);

    /// <summary>Moves a point later.</summary>
    public static MediaTime operator +(MediaTime time, MediaDuration length) => new(time.Seconds + length.Seconds);

    /// <summary>Compares order.</summary>
    public static bool operator <(MediaTime left, MediaTime right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(MediaTime left, MediaTime right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(MediaTime left, MediaTime right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(MediaTime left, MediaTime right) => left.CompareTo(right) >= 0;

    /// <summary>Returns "1001/30000 s".</summary>
    public override string ToString() => $"{Seconds} s";
}

/// <summary>A length of media time, exact.</summary>
public readonly record struct MediaDuration(Rational Seconds) : IComparable<MediaDuration>
{
    /// <inheritdoc/>
    public int CompareTo(MediaDuration other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Adds two lengths.</summary>
    public static MediaDuration operator +(MediaDuration left, MediaDuration right) => new(left.Seconds + right.Seconds);

    /// <summary>Subtracts one length from another.</summary>
    public static MediaDuration operator -(MediaDuration left, MediaDuration right) => new(left.Seconds - right.Seconds);

    /// <summary>Compares order.</summary>
    public static bool operator <(MediaDuration left, MediaDuration right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(MediaDuration left, MediaDuration right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(MediaDuration left, MediaDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(MediaDuration left, MediaDuration right) => left.CompareTo(right) >= 0;
}
