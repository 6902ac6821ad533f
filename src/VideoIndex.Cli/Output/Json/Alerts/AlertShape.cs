using VideoIndex.Alerts;

namespace VideoIndex.Cli.Output.Json.Alerts;

internal sealed record AlertListShape(IReadOnlyList<AlertShape> Alerts);

/// <summary>An alert. Of an address only the host is told: the rest may hold secrets.</summary>
internal sealed record AlertShape(string Name, string Query, string? Run, string? PostsTo, bool IsSigned, string Added, string AddedBy, long Fired, string? Rests)
{
    public static AlertShape Of(Alert alert) => new(
        alert.Name,
        alert.Question,
        alert.Receiver.Run,
        alert.Receiver.Post is { } post ? new Uri(post).Host : null,
        alert.Receiver.SecretFile is not null,
        alert.Added.ToString("O", null),
        alert.AddedBy,
        alert.Fired,
        alert.Rests);
}
