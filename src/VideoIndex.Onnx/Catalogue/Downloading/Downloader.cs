using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Downloading;

/// <summary>
/// Fetches files whose size and hash are known before. What broke off goes on where it stopped, as HTTP describes it
/// (RFC 9110, sections 13.1.5 and 14): where the server still has that version, and from the beginning where it cannot.
/// </summary>
internal sealed class Downloader : IDisposable
{
    private const int MostTries = 200;

    private readonly DownloadRules _rules;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>Creates one.</summary>
    /// <param name="rules">How patient it is.</param>
    /// <param name="clock">What its rests are measured by.</param>
    public Downloader(DownloadRules rules, TimeProvider clock)
    {
        (_rules, _clock) = (rules, clock);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ConnectTimeout = rules.Silence };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("VideoIndex");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
    }

    /// <summary>Asks how large a file is.</summary>
    /// <exception cref="ModelException">It cannot be had, or its server does not say.</exception>
    public async Task<long> SizeAsync(Uri source, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(_rules.Silence);
        try
        {
            using var answer = await AskAsync(source, null, silence.Token).ConfigureAwait(false);
            return answer.StatusCode != HttpStatusCode.OK
                ? throw new ModelException("not-there", $"{source.Host} does not give '{source.AbsolutePath}' (it answers {(int)answer.StatusCode}). Fetch it elsewhere and run: videoindex models import DIR")
                : answer.Content.Headers.ContentLength ?? throw new ModelException("download-failed", $"{source.Host} does not say how large '{source.AbsolutePath}' is.");
        }
        catch (Exception failure) when (IsPassing(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new ModelException("download-failed", $"{source.Host} could not be read ({Words(failure)}). What has come is kept; run the same command again to go on.", failure);
        }
    }

    /// <summary>Fetches a file whole, or throws; what has come by then is kept for the next time.</summary>
    /// <param name="wanted">The file.</param>
    /// <param name="path">Where what has come is kept: when this returns, all of it, and its hash is right.</param>
    /// <param name="progress">Takes how much has come.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Its hash, 64 hex digits.</returns>
    /// <exception cref="ModelException">It cannot be had, or is another file than wanted.</exception>
    public async Task<string> FetchAsync(Wanted wanted, string path, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var part = new PartFile(path);
        if (part.Length > wanted.Bytes)
        {
            part.Begin(null);
        }

        var isResumed = part.Length > 0;
        while (true)
        {
            await PourPatientlyAsync(wanted, part, progress, cancellationToken).ConfigureAwait(false);
            var hash = await part.HashAsync(cancellationToken).ConfigureAwait(false);
            if (hash == (wanted.Sha256 ?? hash))
            {
                return hash;
            }

            part.Begin(null);
            isResumed = isResumed ? false : throw new ModelException("wrong-hash", $"What {wanted.Source.Host} sends is not the file that is wanted: its hash is another. Nothing was changed.");
        }
    }

    private async Task PourPatientlyAsync(Wanted wanted, PartFile part, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (failed, all) = (0, 0);
        while (part.Length < wanted.Bytes)
        {
            var before = part.Length;
            try
            {
                await PourAsync(wanted, part, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (IsPassing(failure) && !cancellationToken.IsCancellationRequested)
            {
                failed = part.Length > before ? 1 : failed + 1;
                if (failed >= _rules.Tries || ++all >= MostTries)
                {
                    throw new ModelException("download-failed", $"{wanted.Source.Host} could not be read ({Words(failure)}). What has come is kept; run the same command again to go on.", failure);
                }

                await Task.Delay(_rules.FirstRest * Math.Pow(2, Math.Min(failed - 1, 6)), _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task PourAsync(Wanted wanted, PartFile part, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(_rules.Silence);
        using var answer = await AskAsync(wanted.Source, part, silence.Token).ConfigureAwait(false);
        var isEncoded = Answers.Accept(answer, wanted, part);
        try
        {
            var body = await answer.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            using var plain = isEncoded ? new GZipStream(body, CompressionMode.Decompress) : body;
            await CopyAsync(plain, wanted, part, progress, silence).ConfigureAwait(false);
        }
        finally
        {
            // Where an encoded body stopped, no plain byte can be asked for.
            if (isEncoded && part.Length < wanted.Bytes)
            {
                part.Begin(null);
            }
        }
    }

    private async Task CopyAsync(Stream body, Wanted wanted, PartFile part, IProgress<long>? progress, CancellationTokenSource silence)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            silence.CancelAfter(_rules.Silence);
            var read = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            if (part.Length + read > wanted.Bytes)
            {
                part.Begin(null);
                throw Answers.WrongSize(wanted);
            }

            await part.WriteAsync(buffer.AsMemory(0, read), silence.Token).ConfigureAwait(false);
            progress?.Report(part.Length);
        }

        if (part.Length < wanted.Bytes)
        {
            throw new PassingException("it broke off");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri source, PartFile? part, CancellationToken cancellationToken)
    {
        var address = source;
        for (var hop = 0; hop <= _rules.Redirects; hop++)
        {
            Answers.CheckAddress(address);
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            if (part is { Length: > 0 })
            {
                question.Headers.Range = new(part.Length, null);
                if (part.Tag is { } tag)
                {
                    question.Headers.IfRange = new(new EntityTagHeaderValue(tag));
                }
            }

            var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return answer;
            }

            using (answer)
            {
                address = answer.Headers.Location is { } next
                    ? new Uri(address, next)
                    : throw new ModelException("download-failed", $"{address.Host} leads on to nowhere.");
            }
        }

        throw new ModelException("download-failed", $"{source.Host} leads from address to address, more than {_rules.Redirects} times.");
    }

    private static bool IsPassing(Exception failure) =>
        failure is PassingException or HttpRequestException or HttpIOException or OperationCanceledException or InvalidDataException
        || failure is IOException { InnerException: System.Net.Sockets.SocketException };

    private static string Words(Exception failure) => failure switch
    {
        PassingException => failure.Message,
        OperationCanceledException => "it says nothing",
        _ => failure.Message.ReplaceLineEndings(" ").TrimEnd('.'),
    };

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
