using VideoIndex.Alerts;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Events;
using VideoIndex.Cli.Output;
using VideoIndex.Pipeline.Alerts;
using VideoIndex.Pipeline.Delivery;
using VideoIndex.Search.Answers;

namespace VideoIndex.Cli.Alerts;

/// <summary>Serves the alerts of a library: asks their questions as videos become searchable, and tells their receivers. One that does not answer holds up its own alert alone.</summary>
internal sealed class AlertDesk(LibraryHost library, Terminal terminal)
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, Task> _serving = [];

    /// <summary>Serves them until stopped, and whatever alerts are added meanwhile. While another program of this machine serves them, it waits.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var held = AlertLock.Take(LockFile);
                while (held is not null)
                {
                    await BeginAsync(cancellationToken).ConfigureAwait(false);
                    await Task.Delay(Round, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                }

                await Task.Delay(Round, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(_serving.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Serves what there is, once. Does nothing while another program serves them.</summary>
    public async Task OnceAsync(CancellationToken cancellationToken)
    {
        using var held = AlertLock.Take(LockFile);
        if (held is null)
        {
            return;
        }

        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(_serving.Values).ConfigureAwait(false);
    }

    private string LockFile => library.Folder.PathOf("alerts.lock");

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var alert in await library.Alerts.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (alert.Rests is null && (!_serving.TryGetValue(alert.Name, out var last) || last.IsCompleted))
            {
                _serving[alert.Name] = ServeAsync(alert, cancellationToken);
            }
        }
    }

    private async Task ServeAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (await SinkAsync(alert.Receiver, cancellationToken).ConfigureAwait(false) is not { } sink)
        {
            await RestAsync(alert, $"The secrets to sign with cannot be read: {alert.Receiver.SecretFile}.").ConfigureAwait(false);
            return;
        }

        using var owned = sink as IDisposable;
        var watch = new AlertWatch(alert, stop => MeantAsync(alert, stop), library.Moments, library.Alerts, sink);
        var forwarder = new Forwarder(library.Outbox, watch, new DeliveryRules(), TimeProvider.System);
        var done = await forwarder.RunAsync(new Forwarding(watch.Consumer, alert.After, Follow: false), new Waits(alert, terminal), cancellationToken).ConfigureAwait(false);
        if (done.Refusal is { IsFinal: true } refusal)
        {
            await RestAsync(alert, refusal.Sentence!).ConfigureAwait(false);
        }
    }

    // By the vocabulary as it is when the video is asked for.
    private async Task<SearchRequest> MeantAsync(Alert alert, CancellationToken cancellationToken)
    {
        var question = await Asking.QuestionAsync(alert.Question, library, cancellationToken).ConfigureAwait(false);
        return (await Asking.MeantAsync(new SearchRequest(question), library, cancellationToken).ConfigureAwait(false)).Meant;
    }

    private async Task RestAsync(Alert alert, string why)
    {
        await library.Alerts.RestAsync(alert.Name, why, CancellationToken.None).ConfigureAwait(false);
        terminal.Remark($"Alert '{alert.Name}' rests from now on. {why} Wake it with: videoindex alert wake {alert.Name}");
    }

    private static async Task<IEventSink?> SinkAsync(AlertReceiver receiver, CancellationToken cancellationToken)
    {
        if (receiver.Run is { } command)
        {
            return new CommandSink(command, LongestCommand, Grace);
        }

        var secret = await SecretAsync(receiver.SecretFile, cancellationToken).ConfigureAwait(false);
        return receiver.SecretFile is null || secret is not null
            ? new WebhookSink(new Uri(receiver.Post!), secret, new DeliveryRules(), TimeProvider.System)
            : null;
    }

    private static async Task<WebhookSecret?> SecretAsync(string? file, CancellationToken cancellationToken) => file is null || !File.Exists(file)
        ? null
        : WebhookSecret.Read(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false));

    private sealed class Waits(Alert alert, Terminal terminal) : IProgress<Holdup>
    {
        public void Report(Holdup value) => terminal.Remark(FormattableString.Invariant(
            $"Alert '{alert.Name}' waits: {value.Refusal.Sentence} [{value.Refusal.Code}] Next try in {value.Wait.TotalSeconds:0.0} s."));
    }
}
