/// The style sheet of all pages: a phone, a wide window, the dark, paper.
struct PageStyle: Sendable {
  let text: String

  static let standard = PageStyle(
    text: """
      :root{color-scheme:light dark;\(Palette.light.declarations)}
      @media (prefers-color-scheme:dark){:root{\(Palette.dark.declarations)}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--ground);color:var(--text);line-height:1.6;overflow-wrap:anywhere;
      font:1rem/1.6 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif}
      main{max-width:62rem;margin:0 auto;padding:1rem}
      h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
      h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}
      h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
      p{margin:.5rem 0}
      ul{margin:.5rem 0;padding-left:1.25rem}
      a{color:var(--link)}
      a:focus-visible,input:focus-visible+label{outline:3px solid var(--link);outline-offset:2px}
      table{border-collapse:collapse;width:100%}
      caption{text-align:left;font-weight:bold;padding:.25rem 0}
      th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--line)}
      th{font-weight:600}
      code,pre{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK JP",monospace;font-size:.9em}
      code{user-select:all;-webkit-user-select:all}
      pre{white-space:pre-wrap;margin:.5rem 0;padding:.6rem .75rem;background:var(--panel);
      border:1px solid var(--line);border-radius:.4rem}
      dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.25rem 1rem;margin:.5rem 0}
      dt{color:var(--faint)}
      dd{margin:0}
      fieldset{border:0;margin:0;padding:0;min-width:0}
      legend{padding:0;color:var(--faint)}
      footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line)}
      section{scroll-margin-top:1rem}
      .badge{display:inline-block;padding:.05rem .55rem;border-radius:1rem;font-size:.8rem;font-weight:700;
      line-height:1.6;white-space:nowrap;vertical-align:middle}
      .badge.ok{color:var(--ok);background:var(--ok-ground)}
      .badge.unknown{color:var(--unknown);background:var(--unknown-ground)}
      .badge.warning{color:var(--warning);background:var(--warning-ground)}
      .badge.critical{color:var(--critical);background:var(--critical-ground)}
      .badge.info{color:var(--info);background:var(--info-ground)}
      .lead{font-size:1.15rem}
      .faint,.remark{color:var(--faint);font-size:.9rem}
      .remark{margin:.25rem 0 0}
      .columns{display:grid;gap:1rem 2rem}
      .copy{user-select:all;-webkit-user-select:all}
      .excerpt{white-space:pre;overflow-x:auto}
      .finding{margin:.75rem 0;padding:.6rem .9rem;border-left:.3rem solid var(--line);background:var(--panel);
      border-radius:0 .4rem .4rem 0}
      .finding.critical{border-color:var(--critical)}
      .finding.warning{border-color:var(--warning)}
      .finding.unknown{border-color:var(--unknown)}
      .finding.info{border-color:var(--info)}
      .finding:target{outline:3px solid var(--link)}
      .finding pre{background:var(--ground)}
      .areas th,thead th{white-space:nowrap}
      .areas .badge{display:block;width:fit-content}
      .areas p{margin:0 0 .35rem}
      .wide{display:none}
      .records th{font-weight:400}
      .records th,.records td{display:block;padding:.25rem 0}
      .records th{border-bottom:0;padding-bottom:0}
      input.order{position:absolute;opacity:0}
      input.order+label{display:inline-block;margin:.25rem .5rem .5rem 0;padding:.1rem .75rem;
      border:1px solid var(--faint);border-radius:1rem;cursor:pointer}
      input.order:checked+label{background:var(--link);border-color:var(--link);color:var(--ground)}
      .by-severity,.by-name,.by-route{display:none}
      #order-severity:checked~.by-severity,#order-name:checked~.by-name,#order-route:checked~.by-route{display:block}
      figure{margin:.5rem 0}
      .flow{display:block;width:100%;max-width:26rem;height:auto}
      .flow text{fill:var(--text);font-size:13px}
      .flow .heading{font-weight:700}
      .flow .detail{font-size:11.5px;fill:var(--faint)}
      .flow .edge{font-size:11px;fill:var(--faint)}
      .flow .node{fill:var(--panel);stroke:var(--faint);stroke-width:1.5}
      .flow .internet,.flow .people{stroke-width:1}
      .flow .gateway{fill:var(--info-ground);stroke:var(--info)}
      .flow .mailbox{fill:var(--ok-ground);stroke:var(--ok)}
      .flow .node.doubt{stroke-dasharray:5 4}
      .flow .node.bypass{fill:var(--critical-ground);stroke:var(--critical);stroke-dasharray:2 4}
      .flow path{fill:none;stroke:var(--faint);stroke-width:2}
      .flow .mail{stroke:var(--link)}
      .flow .outbound{stroke:var(--faint)}
      .flow .bypass{stroke:var(--critical);stroke-width:2.5;stroke-dasharray:2 5;stroke-linecap:round}
      .flow .doubt{stroke-dasharray:6 5}
      .flow path.tip{stroke:none;stroke-dasharray:none;fill:var(--faint)}
      .flow path.tip.mail{fill:var(--link)}
      .flow path.tip.bypass{fill:var(--critical)}
      .flow .edge.bypass{fill:var(--critical);font-weight:700}
      .flow .edge.mail,.flow .edge.outbound,.flow .edge.bypass,.flow .edge.doubt,.flow .edge.closed{stroke:var(--ground);
      stroke-width:4;stroke-dasharray:none;paint-order:stroke}
      @media (min-width:40rem){.wide{display:table-cell}.narrow{display:none}
      .records th,.records td{display:table-cell;padding:.4rem .5rem;border-bottom:1px solid var(--line)}
      .records th{width:40%}}
      @media (min-width:50rem){.columns{grid-template-columns:minmax(0,26rem) minmax(0,1fr)}
      .columns h2:first-child,.columns h3:first-child{margin-top:0}}
      @page{size:A4;margin:15mm}
      @media print{
      :root{color-scheme:light;font-size:10pt;\(Palette.light.declarations)}
      main{max-width:none;padding:0}
      .columns{grid-template-columns:minmax(0,21rem) minmax(0,1fr)}
      .wide{display:table-cell}
      .narrow{display:none}
      .badge,.finding,.flow,pre{-webkit-print-color-adjust:exact;print-color-adjust:exact}
      .finding,figure,tr,pre{break-inside:avoid}
      h1,h2,h3,caption{break-after:avoid}
      .columns h2:first-child,.columns h3:first-child{margin-top:0}
      input.order+label:not(.badge),fieldset legend{display:none}
      a{color:inherit;text-decoration:none}
      }

      """)
}
