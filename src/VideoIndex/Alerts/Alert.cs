namespace VideoIndex.Alerts;

/// <summary>A question that stands: every moment that answers it is told of once, as soon as it can be found.</summary>
/// <param name="Name">Its name, unlike that of any other in the library.</param>
/// <param name="Question">What is asked, as typed.</param>
/// <param name="Receiver">Who is told.</param>
/// <param name="After">The sequence of the last event before it was asked: what videos became searchable by then is known and not told.</param>
/// <param name="Added">When it was added, in UTC.</param>
/// <param name="AddedBy">Who added it.</param>
public sealed record Alert(string Name, string Question, AlertReceiver Receiver, long After, DateTimeOffset Added, string AddedBy)
{
    /// <summary>Gets how many moments were told of, or are about to be.</summary>
    public long Fired { get; init; }

    /// <summary>Gets why it rests, as one sentence: its receiver wants no more. Null while it works.</summary>
    public string? Rests { get; init; }
}

/// <summary>Who is told of the moments of an alert: exactly one of a command and an address.</summary>
/// <param name="Run">The command, as it would be typed in a shell; it gets the event on its standard input.</param>
/// <param name="Post">The address the event is posted to.</param>
/// <param name="SecretFile">The file with the secrets the post is signed with, absolute; null for one that is not signed. The secrets stay in that file.</param>
public sealed record AlertReceiver(string? Run, string? Post, string? SecretFile);

/// <summary>A moment an alert tells of.</summary>
/// <param name="Kind">What kind of thing was found: <see cref="Search.Moment.Kind"/>.</param>
/// <param name="Text">Its words.</param>
/// <param name="Span">When.</param>
/// <param name="Details">What the event says of it: a JSON object.</param>
public sealed record AlertMoment(string Kind, string Text, Timing.MediaSpan Span, string Details);

/// <summary>An alert that cannot be added.</summary>
/// <param name="code">A stable machine-readable code: <c>alert-exists</c>, <c>bad-name</c>.</param>
/// <param name="sentence">What is wrong and what to do.</param>
public sealed class AlertException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;
}
