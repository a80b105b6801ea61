package eu.perron.operations;

import eu.perron.exchange.MessageLog;
import eu.perron.exchange.Replay;
import eu.perron.operations.Acts.Act;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One message once more: ours is sent again, theirs is read and applied again. */
@Controller
class ReplayAction {
  private final Replay replay;
  private final MessageLog log;
  private final Subjects subjects;
  private final Acts acts;
  private final TransactionTemplate transaction;

  ReplayAction(
      Replay replay,
      MessageLog log,
      Subjects subjects,
      Acts acts,
      PlatformTransactionManager transactions) {
    this.replay = replay;
    this.log = log;
    this.subjects = subjects;
    this.acts = acts;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/operations/messages/{id}/replay")
  String replay(
      @PathVariable String id,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = OperatorActions.shortened(reason);
    if (why.isEmpty()) {
      flash.addFlashAttribute("outcome", "unreasoned");
    } else {
      Replay.Result result = transaction.execute(running -> replayed(id, why, who.getName()));
      flash.addFlashAttribute("outcome", result.done() ? "replayed" : "notreplayed");
      flash.addFlashAttribute("problem", result.why());
    }
    return "redirect:/operations/messages/" + id;
  }

  private Replay.Result replayed(String id, String why, String who) {
    MessageLog.Entry message =
        log.entry(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Replay.Result result = message.ours() ? replay.sendAgain(id) : replay.readAnew(id);
    if (result.done()) {
      acts.remember(Act.REPLAY, subjects.message(id), message.state(), result.after(), why, who);
    }
    return result;
  }
}
